package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.domaintypesystem.codec.PrimitiveArrays;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.codec.standard.Absent;
import org.domaintypesystem.processor.model.Absence;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.ValueModel;

/** The expressions that write and read a value behind a pointer. */
final class PointerCode {
    private final ConversionCode conversions;
    private final ListCode lists;

    PointerCode(ConversionCode conversions, ListCode lists) {
        this.conversions = conversions;
        this.lists = lists;
    }

    /** The place of a pointer that generated code writes: the names of the array, the end of its content, and the limit. */
    record Target(String out, CodeBlock position, String end, String limit) {
        CodeBlock arguments(CodeBlock value) {
            return CodeBlock.of("$L, $L, $L, $L, $L", out, position, value, end, limit);
        }
    }

    /**
     * What writes a value; its result is the new end.
     *
     * @param method a name for methods that the value needs of its own, without {@code write}
     */
    CodeBlock write(ValueModel value, String method, Target to, CodeBlock expression, String field) {
        CodeBlock present = switch (value.absence()) {
            case NEVER -> CodeBlock.of("$T.required($L, $S)", WireWriter.class, expression, field);
            case OPTIONAL -> CodeBlock.of("$T.required($L, $S).orElse(null)", WireWriter.class, expression, field);
            case NULL, OPTIONAL_NUMBER -> expression;
        };
        return write(value.kind(), method, to, present, field);
    }

    private CodeBlock write(Kind kind, String method, Target to, CodeBlock expression, String field) {
        if (kind instanceof Kind.Converted converted) {
            CodeBlock carrier = conversions.toWire(converted.conversion(), expression, field);
            return write(converted.carrier().kind(), method, to, carrier, field);
        }
        CodeBlock arguments = to.arguments(expression);
        if (kind instanceof Kind.Text) {
            return CodeBlock.of("$T.text($L, $S)", WireWriter.class, arguments, field);
        }
        if (kind instanceof Kind.Data || isBytes(kind)) {
            return CodeBlock.of("$T.data($L)", WireWriter.class, arguments);
        }
        if (kind instanceof Kind.Array) {
            return CodeBlock.of("$T.write($L)", PrimitiveArrays.class, arguments);
        }
        if (kind instanceof Kind.Struct struct) {
            return CodeBlock.of(
                    "$T.INSTANCE.write($L, $L, $L, $L, $L)",
                    struct.type().codec(),
                    expression,
                    to.out(),
                    to.position(),
                    to.end(),
                    to.limit());
        }
        return lists.write((Kind.Listing) kind, method, to, expression, field);
    }

    /**
     * What reads a value.
     *
     * @param from the arguments for its struct and the index of its pointer
     */
    CodeBlock read(ValueModel value, String method, CodeBlock from, String field) {
        CodeBlock read = read(value.kind(), method, from, value.absence() == Absence.NEVER, field);
        return value.absence() == Absence.OPTIONAL ? CodeBlock.of("$T.ofNullable($L)", Optional.class, read) : read;
    }

    private CodeBlock read(Kind kind, String method, CodeBlock from, boolean isRequired, String field) {
        if (kind instanceof Kind.Converted converted) {
            boolean hasEmpty = converted.conversion().hasEmpty();
            CodeBlock carrier = read(converted.carrier().kind(), method, from, isRequired && hasEmpty, field);
            CodeBlock value = conversions.fromWire(converted.conversion(), carrier, field);
            return isRequired && !hasEmpty ? CodeBlock.of("$T.refused($L, $S)", Absent.class, value, field) : value;
        }
        if (kind instanceof Kind.Struct struct) {
            return isRequired
                    ? CodeBlock.of(
                            "$T.INSTANCE.readRequired(in, $L, $S)",
                            struct.type().codec(),
                            from,
                            field)
                    : CodeBlock.of(
                            "$T.INSTANCE.readPointer(in, $L)", struct.type().codec(), from);
        }
        CodeBlock read = read(kind, method, from, field);
        return isRequired ? CodeBlock.of("$T.or($L, $L)", Absent.class, read, empty(kind)) : read;
    }

    private CodeBlock read(Kind kind, String method, CodeBlock from, String field) {
        if (kind instanceof Kind.Text) {
            return CodeBlock.of("in.text($L)", from);
        }
        if (kind instanceof Kind.Data data) {
            return CodeBlock.of(data.isBuffer() ? "in.buffer($L)" : "in.data($L)", from);
        }
        if (isBytes(kind)) {
            return CodeBlock.of("in.data($L)", from);
        }
        if (kind instanceof Kind.Array array) {
            return CodeBlock.of(
                    "$T.$L(in, $L)", PrimitiveArrays.class, array.primitive().arrayReader(), from);
        }
        return lists.read((Kind.Listing) kind, method, from, field);
    }

    private static CodeBlock empty(Kind kind) {
        if (kind instanceof Kind.Text) {
            return CodeBlock.of("$S", "");
        }
        if (kind instanceof Kind.Data data && data.isBuffer()) {
            return CodeBlock.of("$T.allocate(0)", ByteBuffer.class);
        }
        if (kind instanceof Kind.Listing) {
            return CodeBlock.of("$T.of()", List.class);
        }
        Primitive element = kind instanceof Kind.Array array ? array.primitive() : Primitive.BYTE;
        return CodeBlock.of("new $T {}", ArrayTypeName.of(element.javaType()));
    }

    /** A list of unsigned bytes has the form of {@code Data}. */
    private static boolean isBytes(Kind kind) {
        return kind instanceof Kind.Array array && array.primitive() == Primitive.BYTE;
    }
}
