package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.TypeModel.StructModel;

/** The methods of a codec that tell one subject from another, for types that have a key. */
final class KeyMethods {
    private final TypeName javaType;
    private final List<Property> keys;

    KeyMethods(StructModel model) {
        this.javaType = model.reference().javaType();
        this.keys = model.properties().stream().filter(Property::isKey).toList();
    }

    /** Adds them to a codec, unless the type has no key. */
    void write(TypeSpec.Builder codec) {
        if (!keys.isEmpty()) {
            codec.addSuperinterface(ParameterizedTypeName.get(ClassName.get(Keyed.class), javaType))
                    .addMethod(hash())
                    .addMethod(same());
        }
    }

    private MethodSpec hash() {
        MethodSpec.Builder method = override("keyHash", TypeName.INT).addParameter(javaType, "value");
        if (keys.size() == 1) {
            return method.addStatement("return $L", hash(keys.get(0))).build();
        }
        method.addStatement("int hash = $L", hash(keys.get(0)));
        for (Property key : keys.subList(1, keys.size())) {
            method.addStatement("hash = 31 * hash + $L", hash(key));
        }
        return method.addStatement("return hash").build();
    }

    private MethodSpec same() {
        return override("sameKey", TypeName.BOOLEAN)
                .addParameter(javaType, "a")
                .addParameter(javaType, "b")
                .addStatement("return $L", keys.stream().map(KeyMethods::same).collect(CodeBlock.joining("\n&& ")))
                .build();
    }

    private static MethodSpec.Builder override(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }

    private static CodeBlock hash(Property key) {
        TypeName type = key.value().javaType();
        if (type.isPrimitive()) {
            return CodeBlock.of("$T.hashCode(value.$L)", type.box(), key.access());
        }
        if (type instanceof ArrayTypeName array) {
            return CodeBlock.of(
                    "$T.$L(value.$L)", Arrays.class, isFlat(array) ? "hashCode" : "deepHashCode", key.access());
        }
        return CodeBlock.of("$T.hashCode(value.$L)", Objects.class, key.access());
    }

    private static CodeBlock same(Property key) {
        TypeName type = key.value().javaType();
        if (type.equals(TypeName.FLOAT) || type.equals(TypeName.DOUBLE)) {
            return CodeBlock.of("$T.compare(a.$L, b.$L) == 0", type.box(), key.access(), key.access());
        }
        if (type.isPrimitive()) {
            return CodeBlock.of("a.$L == b.$L", key.access(), key.access());
        }
        if (type instanceof ArrayTypeName array) {
            return CodeBlock.of(
                    "$T.$L(a.$L, b.$L)",
                    Arrays.class,
                    isFlat(array) ? "equals" : "deepEquals",
                    key.access(),
                    key.access());
        }
        return CodeBlock.of("$T.equals(a.$L, b.$L)", Objects.class, key.access(), key.access());
    }

    private static boolean isFlat(ArrayTypeName array) {
        return array.componentType().isPrimitive();
    }
}
