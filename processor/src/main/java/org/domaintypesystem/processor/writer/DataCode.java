package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.CodeBlock;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.processor.model.Absence;
import org.domaintypesystem.processor.model.Conversion;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.ValueModel;

/** The expressions that write and read a value of the data section. */
final class DataCode {
    private final ConversionCode conversions;

    DataCode(ConversionCode conversions) {
        this.conversions = conversions;
    }

    /** Whether a value that may be absent is there, as a condition on its expression. */
    static CodeBlock isAbsent(ValueModel value, CodeBlock expression) {
        return value.absence() == Absence.NULL
                ? CodeBlock.of("$L == null", expression)
                : CodeBlock.of("$L.isEmpty()", expression);
    }

    /** What is on the wire for a value, as a primitive. */
    CodeBlock wireValue(ValueModel value, CodeBlock expression, String field) {
        return switch (value.absence()) {
            case NEVER -> wireValue(value.kind(), expression, value.javaType().isPrimitive(), field);
            case NULL -> wireValue(value.kind(), expression, true, field);
            case OPTIONAL -> wireValue(value.kind(), CodeBlock.of("$L.get()", expression), true, field);
            case OPTIONAL_NUMBER ->
                CodeBlock.of("$L.getAs$L()", expression, suffix(((Kind.Scalar) value.kind()).primitive()));
        };
    }

    private CodeBlock wireValue(Kind kind, CodeBlock expression, boolean isPresent, String field) {
        if (kind instanceof Kind.Converted converted) {
            // An adapter makes null of null; the runtime's own conversions refuse it.
            boolean isChecked = isPresent || converted.conversion() instanceof Conversion.BuiltIn;
            CodeBlock value = isChecked ? expression : required(expression, field);
            return wireValue(
                    converted.carrier().kind(), conversions.toWire(converted.conversion(), value, field), true, field);
        }
        if (kind instanceof Kind.Constant constant) {
            return CodeBlock.of("$T.number($L, $S)", constant.type().codec(), expression, field);
        }
        return isPresent ? expression : required(expression, field);
    }

    private static CodeBlock required(CodeBlock expression, String field) {
        return CodeBlock.of("$T.required($L, $S)", WireWriter.class, expression, field);
    }

    private static String suffix(Primitive primitive) {
        String name = primitive.javaType().toString();
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    /** The primitive that is on the wire: that of a number, or an enum's {@code char}. */
    static Primitive primitive(ValueModel value) {
        return value.kind().wire() instanceof Kind.Scalar number ? number.primitive() : Primitive.CHAR;
    }

    /** The bits of a value that shares its word, as a {@code long} shifted into their place. */
    CodeBlock bits(ValueModel value, CodeBlock expression, int shift, String field) {
        CodeBlock wire = wireValue(value, expression, field);
        Primitive primitive = primitive(value);
        CodeBlock bits = switch (primitive) {
            case BOOLEAN -> {
                CodeBlock one = shifted(CodeBlock.of("1L"), shift);
                yield value.isUnion()
                        ? CodeBlock.of("$L ? $L : 0", wire, one)
                        : CodeBlock.of("($L ? $L : 0)", wire, one);
            }
            case BYTE -> shifted(CodeBlock.of("($L & 0xFFL)", wire), shift);
            case SHORT -> shifted(CodeBlock.of("($L & 0xFFFFL)", wire), shift);
            case CHAR -> shifted(CodeBlock.of("(long) $L", wire), shift);
            case INT -> shifted(CodeBlock.of("($L & 0xFFFF_FFFFL)", wire), shift);
            case FLOAT -> shifted(CodeBlock.of("($T.floatToRawIntBits($L) & 0xFFFF_FFFFL)", Float.class, wire), shift);
            case LONG -> wire;
            case DOUBLE -> CodeBlock.of("$T.doubleToRawLongBits($L)", Double.class, wire);
        };
        return value.isUnion() ? CodeBlock.of("($L ? 0 : $L)", isAbsent(value, expression), bits) : bits;
    }

    private static CodeBlock shifted(CodeBlock bits, int shift) {
        return shift == 0 ? bits : CodeBlock.of("$L << $L", bits, shift);
    }

    /** A value made of what was on the wire; {@code absent} is the condition that there was none. */
    CodeBlock javaValue(ValueModel value, CodeBlock wire, CodeBlock absent, String field) {
        CodeBlock content = javaValue(value.kind(), wire, field);
        return switch (value.absence()) {
            case NEVER -> content;
            case NULL -> CodeBlock.of("$L ? null : $L", absent, boxed(value, content));
            case OPTIONAL ->
                CodeBlock.of(
                        "$L ? $T.empty() : $T.of($L)",
                        absent,
                        java.util.Optional.class,
                        java.util.Optional.class,
                        content);
            case OPTIONAL_NUMBER ->
                CodeBlock.of("$L ? $T.empty() : $T.of($L)", absent, value.javaType(), value.javaType(), content);
        };
    }

    /** A condition of null and a narrow number would have the number's type widened: say which one is meant. */
    private static CodeBlock boxed(ValueModel value, CodeBlock content) {
        return value.kind() instanceof Kind.Scalar number
                ? CodeBlock.of("$T.valueOf($L)", number.primitive().javaType().box(), content)
                : content;
    }

    CodeBlock javaValue(Kind kind, CodeBlock wire, String field) {
        if (kind instanceof Kind.Converted converted) {
            return conversions.fromWire(
                    converted.conversion(), javaValue(converted.carrier().kind(), wire, field), field);
        }
        return kind instanceof Kind.Constant constant
                ? CodeBlock.of("$T.of($L)", constant.type().codec(), wire)
                : wire;
    }

    /** What takes a primitive out of the bits of its word. */
    static CodeBlock ofBits(Primitive primitive, CodeBlock word, int shift) {
        CodeBlock down = shift == 0 ? CodeBlock.of("$L", word) : CodeBlock.of("($L >>> $L)", word, shift);
        return switch (primitive) {
            case BOOLEAN -> CodeBlock.of("($L & $L) != 0", word, shifted(CodeBlock.of("1L"), shift));
            case BYTE, SHORT, CHAR, INT -> CodeBlock.of("($T) $L", primitive.javaType(), down);
            case FLOAT -> CodeBlock.of("$T.intBitsToFloat((int) $L)", Float.class, down);
            case LONG -> down;
            case DOUBLE -> CodeBlock.of("$T.longBitsToDouble($L)", Double.class, down);
        };
    }
}
