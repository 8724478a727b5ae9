package org.domaintypesystem.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.processor.TypeModel.EnumModel;
import org.domaintypesystem.schema.TypeIds;

/** Writes the codec of an enum. */
final class EnumCodecWriter {
    private final Generated generated;

    EnumCodecWriter(Generated generated) {
        this.generated = generated;
    }

    TypeSpec write(EnumModel model) {
        ClassName type = model.reference().javaType();
        TypeSpec.Builder codec = generated
                .companion(model, model.reference().codec())
                .addJavadoc(
                        "Writes and reads {@link $T} as its number in Cap'n Proto, enum {@code @$L} of {@code $L}.\n",
                        type,
                        Hex.of(TypeIds.typeId(model.reference().schemaName())),
                        model.reference().schemaName().file())
                .addField(FieldSpec.builder(ArrayTypeName.of(type), "BY_NUMBER")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.values()", type)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("number")
                        .addJavadoc("The number that travels for a constant; null is refused, naming the field.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(TypeName.CHAR)
                        .addParameter(type, "constant")
                        .addParameter(String.class, "field")
                        .addStatement("return (char) $T.required(constant, field).ordinal()", WireWriter.class)
                        .build())
                .addMethod(of(model, type));
        ListMethods.methods(model).forEach(codec::addMethod);
        return codec.build();
    }

    private static MethodSpec of(EnumModel model, ClassName type) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("The constant that has a number.\n\n@throws DecodeException if none has\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(TypeName.INT, "number")
                .beginControlFlow("if (number >= BY_NUMBER.length)")
                .addStatement(
                        "throw new $T($S + number)",
                        DecodeException.class,
                        model.reference().schemaName().qualified() + " has no constant with number ")
                .endControlFlow()
                .addStatement(CodeBlock.of("return BY_NUMBER[number]"))
                .build();
    }
}
