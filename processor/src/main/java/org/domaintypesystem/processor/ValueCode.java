package org.domaintypesystem.processor;

import com.palantir.javapoet.CodeBlock;
import org.domaintypesystem.codec.PrimitiveArrays;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.schema.StructLayout.Slot;

/** The expressions that write and read one value. */
final class ValueCode {
    private ValueCode() {}

    /** What writes a value that fills a word of its own. */
    static CodeBlock writeWord(ValueModel value, String out, CodeBlock at, CodeBlock expression, String field) {
        if (value instanceof ValueModel.Scalar number) {
            return CodeBlock.of(
                    "$T.$L($L, $L, $L)", WireWriter.class, number.primitive().accessor, out, at, expression);
        }
        return CodeBlock.of(
                "$T.int64($L, $L, $T.nanos($L, $S))", WireWriter.class, out, at, WireWriter.class, expression, field);
    }

    /** The bits of a value that shares its word, as a {@code long} shifted into their place. */
    static CodeBlock bits(ValueModel value, CodeBlock expression, int shift, String field) {
        if (value instanceof ValueModel.Constant constant) {
            return shifted(
                    CodeBlock.of("(long) $T.number($L, $S)", constant.type().codec(), expression, field), shift);
        }
        Primitive primitive = ((ValueModel.Scalar) value).primitive();
        return switch (primitive) {
            case BOOLEAN -> CodeBlock.of("($L ? $L : 0)", expression, shifted(CodeBlock.of("1L"), shift));
            case BYTE -> shifted(CodeBlock.of("($L & 0xFFL)", expression), shift);
            case SHORT -> shifted(CodeBlock.of("($L & 0xFFFFL)", expression), shift);
            case CHAR -> shifted(CodeBlock.of("(long) $L", expression), shift);
            case INT -> shifted(CodeBlock.of("($L & 0xFFFF_FFFFL)", expression), shift);
            case FLOAT ->
                shifted(CodeBlock.of("($T.floatToRawIntBits($L) & 0xFFFF_FFFFL)", Float.class, expression), shift);
            case LONG, DOUBLE -> throw new IllegalArgumentException(primitive + " shares no word");
        };
    }

    private static CodeBlock shifted(CodeBlock bits, int shift) {
        return shift == 0 ? bits : CodeBlock.of("$L << $L", bits, shift);
    }

    /** What writes a value behind a pointer; its result is the new end. */
    static CodeBlock writePointer(ValueModel value, String method, Pointer to, CodeBlock expression, String field) {
        CodeBlock arguments = CodeBlock.of("$L, $L, $L", to.outAndPointer(), expression, to.endAndLimit());
        if (value instanceof ValueModel.Text) {
            return CodeBlock.of("$T.text($L, $S)", WireWriter.class, arguments, field);
        }
        if (value instanceof ValueModel.Data) {
            return CodeBlock.of("$T.data($L)", WireWriter.class, arguments);
        }
        if (value instanceof ValueModel.Array) {
            return CodeBlock.of("$T.write($L)", PrimitiveArrays.class, arguments);
        }
        if (value instanceof ValueModel.Struct struct) {
            return CodeBlock.of(
                    "$T.INSTANCE.write($L, $L, $L)",
                    struct.type().codec(),
                    expression,
                    to.outAndPointer(),
                    to.endAndLimit());
        }
        return ListCode.write((ValueModel.Listing) value, method, to, expression, field);
    }

    static boolean isPointer(ValueModel value) {
        return !(value instanceof ValueModel.Scalar
                || value instanceof ValueModel.Time
                || value instanceof ValueModel.Constant);
    }

    /** What reads a field of a struct. */
    static CodeBlock read(ValueModel value, String method, Slot slot) {
        return isPointer(value)
                ? readPointer(value, method, CodeBlock.of("struct, $L", slot.offset()))
                : readData(value, CodeBlock.of("struct, $L", dataOffset(slot)));
    }

    /** Offset in the data section as the reader counts it: bits for a bit, otherwise bytes. */
    static int dataOffset(Slot slot) {
        int bits = slot.storage().bits();
        return bits == 1 ? slot.offset() : slot.offset() * bits / Byte.SIZE;
    }

    /** What reads a value of the data section, given its struct and offset. */
    static CodeBlock readData(ValueModel value, CodeBlock from) {
        if (value instanceof ValueModel.Scalar number) {
            return CodeBlock.of("in.$L($L)", number.primitive().accessor, from);
        }
        return value instanceof ValueModel.Constant constant
                ? CodeBlock.of("$T.of(in.uint16($L))", constant.type().codec(), from)
                : CodeBlock.of("in.instant($L)", from);
    }

    /** What reads a value behind a pointer, given its struct and index. */
    static CodeBlock readPointer(ValueModel value, String method, CodeBlock from) {
        if (value instanceof ValueModel.Text) {
            return CodeBlock.of("in.text($L)", from);
        }
        if (value instanceof ValueModel.Data) {
            return CodeBlock.of("in.data($L)", from);
        }
        if (value instanceof ValueModel.Array array) {
            return CodeBlock.of(
                    "$T.$L(in, $L)", PrimitiveArrays.class, array.primitive().arrayReader(), from);
        }
        if (value instanceof ValueModel.Struct struct) {
            return CodeBlock.of("$T.readPointer(in, $L)", struct.type().codec(), from);
        }
        return ListCode.read((ValueModel.Listing) value, method, from);
    }
}
