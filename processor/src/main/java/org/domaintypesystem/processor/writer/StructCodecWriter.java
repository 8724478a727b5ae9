package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.StructCodec;
import org.domaintypesystem.processor.model.Absence;
import org.domaintypesystem.processor.model.Construction;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.plan.StructPlan;

/** Writes the body of a codec of a struct: a class of its own, or one inside the codec of another type. */
final class StructCodecWriter {
    private StructCodecWriter() {}

    /**
     * Adds what a codec of this struct has to a class.
     *
     * @param descriptor makes the descriptor of its type
     */
    static void write(TypeSpec.Builder type, StructPlan plan, CodeBlock descriptor) {
        NameAllocator fields = new NameAllocator();
        fields.newName("INSTANCE");
        NameAllocator methods = new NameAllocator();
        for (String taken : new String[] {
            "write",
            "writeBody",
            "writeFields",
            "writeList",
            "writeComponents",
            "read",
            "readList",
            "readPointer",
            "readRequired",
            "element",
            "dataWords",
            "pointers",
            "isRecursive",
            "keyHash",
            "sameKey",
            "type",
            "encode",
            "decode"
        }) {
            methods.newName(taken);
        }
        ConversionCode conversions = new ConversionCode(fields);
        ListCode lists = new ListCode(methods, conversions);
        StructFields code = new StructFields(plan, new DataCode(conversions), lists.pointers());
        frame(
                type,
                plan.model().reference(),
                descriptor,
                plan.layout().dataWords(),
                plan.layout().pointerCount(),
                plan.isRecursive());
        new EncodeMethods(code).methods().forEach(type::addMethod);
        type.addMethod(new DecodeMethods(code).read());
        if (acceptsNull(plan)) {
            type.addMethod(element(plan));
        }
        new KeyMethods(plan.model()).write(type);
        conversions.fields().forEach(type::addField);
        lists.methods().forEach(type::addMethod);
    }

    /**
     * What codecs of structs have in common: the superclass, the one instance, and how it is made.
     *
     * @param descriptor makes the descriptor of its type
     */
    static void frame(
            TypeSpec.Builder type,
            TypeReference reference,
            CodeBlock descriptor,
            int dataWords,
            int pointers,
            boolean isRecursive) {
        ClassName codec = reference.codec();
        type.superclass(ParameterizedTypeName.get(ClassName.get(StructCodec.class), reference.javaType()))
                .addField(FieldSpec.builder(codec, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", codec)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement("super($L)", descriptor)
                        .build())
                .addMethod(constant(TypeName.INT, "dataWords", CodeBlock.of("$L", dataWords)))
                .addMethod(constant(TypeName.INT, "pointers", CodeBlock.of("$L", pointers)));
        if (isRecursive) {
            type.addMethod(constant(TypeName.BOOLEAN, "isRecursive", CodeBlock.of("true")));
        }
    }

    private static MethodSpec constant(TypeName type, String name, CodeBlock value) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(type)
                .addStatement("return $L", value)
                .build();
    }

    /** Whether the struct itself says that its value is absent, so that a list of it may hold null. */
    private static boolean acceptsNull(StructPlan plan) {
        return plan.model().construction() instanceof Construction.Itself
                && plan.model().properties().get(0).value().absence() == Absence.NULL;
    }

    private static MethodSpec element(StructPlan plan) {
        TypeName type = plan.model().reference().javaType();
        return MethodSpec.methodBuilder("element")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(type)
                .addParameter(type, "value")
                .addParameter(String.class, "field")
                .addStatement("return value")
                .build();
    }
}
