package org.domaintypesystem.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;

/** The methods by which a codec writes and reads lists of its type, for all types that have such lists. */
final class ListMethods {
    private ListMethods() {}

    static List<MethodSpec> methods(TypePlan plan) {
        return List.of(
                writer(plan.javaType())
                        .addStatement(
                                "int after = $T.structList(out, pointer, end, count, DATA_WORDS, POINTERS, limit)",
                                WireWriter.class)
                        .addStatement("int struct = end + $T.BYTES", Long.class)
                        .beginControlFlow("for (int i = 0; i < count; i++)")
                        .addStatement("$T value = $T.required(values.get(i), field)", plan.javaType(), WireWriter.class)
                        .addStatement(
                                "after = writeBody($L)", CodecWriter.arguments(plan, "out", "struct", "after", "limit"))
                        .addStatement("struct += (DATA_WORDS + POINTERS) * $T.BYTES", Long.class)
                        .endControlFlow()
                        .addStatement("return after")
                        .build(),
                reader(plan.javaType(), CodeBlock.of("in.structList(struct, pointerIndex)"))
                        .addStatement("values[i] = INSTANCE.read(in, in.element(list, i))")
                        .endControlFlow()
                        .addStatement("return $T.unmodifiableList($T.asList(values))", Collections.class, Arrays.class)
                        .build());
    }

    static List<MethodSpec> methods(TypeModel.EnumModel model) {
        ClassName type = model.reference().javaType();
        return List.of(
                writer(type)
                        .addStatement(
                                "int after = $T.list(out, pointer, end, $T.TWO_BYTES, count, limit)",
                                WireWriter.class,
                                ElementSize.class)
                        .beginControlFlow("for (int i = 0; i < count; i++)")
                        .addStatement(
                                "$T.uint16(out, end + i * $T.BYTES, number(values.get(i), field))",
                                WireWriter.class,
                                Character.class)
                        .endControlFlow()
                        .addStatement("return after")
                        .build(),
                reader(type, CodeBlock.of("in.list(struct, pointerIndex, $T.TWO_BYTES)", ElementSize.class))
                        .addStatement("values[i] = of(in.uint16At(list, i))")
                        .endControlFlow()
                        .addStatement("return $T.unmodifiableList($T.asList(values))", Collections.class, Arrays.class)
                        .build());
    }

    private static MethodSpec.Builder writer(ClassName type) {
        return MethodSpec.methodBuilder("writeList")
                .addJavadoc("Writes a list, or a null pointer for null; a null element is refused.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(TypeName.INT)
                .addParameter(byte[].class, "out")
                .addParameter(TypeName.INT, "pointer")
                .addParameter(listOf(type), "values")
                .addParameter(TypeName.INT, "end")
                .addParameter(TypeName.INT, "limit")
                .addParameter(String.class, "field")
                .beginControlFlow("if (values == null)")
                .addStatement("$T.nothing(out, pointer)", WireWriter.class)
                .addStatement("return end")
                .endControlFlow()
                .addStatement("int count = values.size()");
    }

    private static MethodSpec.Builder reader(ClassName type, CodeBlock list) {
        return MethodSpec.methodBuilder("readList")
                .addJavadoc("Reads a list, or null where there is none.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(listOf(type))
                .addParameter(WireReader.class, "in")
                .addParameter(TypeName.LONG, "struct")
                .addParameter(TypeName.INT, "pointerIndex")
                .addStatement("long list = $L", list)
                .beginControlFlow("if (list == $T.ABSENT)", WireReader.class)
                .addStatement("return null")
                .endControlFlow()
                .addStatement("$T values = new $T[in.count(list)]", ArrayTypeName.of(type), type)
                .beginControlFlow("for (int i = 0; i < values.length; i++)");
    }

    private static TypeName listOf(ClassName type) {
        return ParameterizedTypeName.get(ClassName.get(List.class), type);
    }
}
