package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.ReadOnlyList;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.processor.model.TypeModel.Constant;
import org.domaintypesystem.processor.model.TypeModel.EnumModel;

/** Writes the body of an enum's codec. */
final class EnumCodecWriter {
    private EnumCodecWriter() {}

    static void write(TypeSpec.Builder codec, EnumModel model) {
        ClassName type = model.reference().javaClass();
        boolean isInOrder = isInOrder(model);
        codec.addField(FieldSpec.builder(ArrayTypeName.of(type), "BY_NUMBER")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(isInOrder ? CodeBlock.of("$T.values()", type) : byNumber(model, type))
                .build());
        if (!isInOrder) {
            codec.addField(FieldSpec.builder(char[].class, "NUMBERS")
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(
                            "{$L}",
                            model.constants().stream()
                                    .map(constant -> String.valueOf(constant.ordinal()))
                                    .collect(Collectors.joining(", ")))
                    .build());
        }
        codec.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(number(type, isInOrder))
                .addMethod(of(model, type, isInOrder))
                .addMethod(writeList(type))
                .addMethod(readList(type));
    }

    /** Whether numbers and positions are the same, so that no table is needed. */
    private static boolean isInOrder(EnumModel model) {
        return model.retired().isEmpty()
                && IntStream.range(0, model.constants().size())
                        .allMatch(i -> model.constants().get(i).ordinal() == i);
    }

    private static CodeBlock byNumber(EnumModel model, ClassName type) {
        int last = model.constants().stream().mapToInt(Constant::ordinal).max().orElse(-1);
        return IntStream.rangeClosed(0, last)
                .mapToObj(number -> model.constants().stream()
                        .filter(constant -> constant.ordinal() == number)
                        .findFirst()
                        .map(constant -> CodeBlock.of("$T.$L", type, constant.name()))
                        .orElse(CodeBlock.of("null")))
                .collect(CodeBlock.joining(",$W", "{", "}"));
    }

    private static MethodSpec number(ClassName type, boolean isInOrder) {
        return MethodSpec.methodBuilder("number")
                .addJavadoc("The number that travels for a constant; null is refused, naming the field.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(TypeName.CHAR)
                .addParameter(type, "constant")
                .addParameter(String.class, "field")
                .addStatement(
                        isInOrder
                                ? "return (char) $T.required(constant, field).ordinal()"
                                : "return NUMBERS[$T.required(constant, field).ordinal()]",
                        WireWriter.class)
                .build();
    }

    private static MethodSpec of(EnumModel model, ClassName type, boolean isInOrder) {
        Constant unknown = model.unknown();
        MethodSpec.Builder of = MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(TypeName.INT, "number")
                .beginControlFlow(
                        isInOrder
                                ? "if (number >= BY_NUMBER.length)"
                                : "if (number >= BY_NUMBER.length || BY_NUMBER[number] == null)");
        if (unknown == null) {
            of.addJavadoc("The constant that has a number.\n\n@throws DecodeException if none has\n")
                    .addStatement(
                            "throw new $T($S + number)",
                            DecodeException.class,
                            model.reference().schemaName().qualified() + " has no constant with number ");
        } else {
            of.addJavadoc("The constant that has a number, $L if none has.\n", unknown.name())
                    .addStatement("return $T.$L", type, unknown.name());
        }
        return of.endControlFlow().addStatement("return BY_NUMBER[number]").build();
    }

    private static MethodSpec writeList(ClassName type) {
        return MethodSpec.methodBuilder("writeList")
                .addJavadoc("Writes a list, or a null pointer for null; a null element is refused.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(TypeName.INT)
                .addParameter(byte[].class, "out")
                .addParameter(TypeName.INT, "pointer")
                .addParameter(
                        ParameterizedTypeName.get(ClassName.get(List.class), WildcardTypeName.subtypeOf(type)),
                        "values")
                .addParameter(TypeName.INT, "end")
                .addParameter(TypeName.INT, "limit")
                .addParameter(String.class, "field")
                .beginControlFlow("if (values == null)")
                .addStatement("$T.nothing(out, pointer)", WireWriter.class)
                .addStatement("return end")
                .endControlFlow()
                .addStatement("int count = values.size()")
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
                .build();
    }

    private static MethodSpec readList(ClassName type) {
        return MethodSpec.methodBuilder("readList")
                .addJavadoc("Reads a list, or null where there is none.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), type))
                .addParameter(WireReader.class, "in")
                .addParameter(TypeName.LONG, "struct")
                .addParameter(TypeName.INT, "pointerIndex")
                .addStatement("long list = in.list(struct, pointerIndex, $T.TWO_BYTES)", ElementSize.class)
                .beginControlFlow("if (list == $T.ABSENT)", WireReader.class)
                .addStatement("return null")
                .endControlFlow()
                .addStatement("$T values = new $T[in.count(list)]", ArrayTypeName.of(type), type)
                .beginControlFlow("for (int i = 0; i < values.length; i++)")
                .addStatement("values[i] = of(in.uint16At(list, i))")
                .endControlFlow()
                .addStatement("return $T.of(values)", ReadOnlyList.class)
                .build();
    }
}
