package org.domaintypesystem.benchmarks.codec.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.domaintypesystem.benchmarks.codec.Contender;

/**
 * Copies a value into one of protobuf's own objects to write it, and out of one that was read. Reading in place is what is
 * nearest to it here: the object is parsed, and its texts are left as bytes.
 *
 * @param <M> protobuf's class for the message
 */
abstract class ProtobufContender<M extends MessageLite> extends Contender {
    private final Parser<M> parser;

    ProtobufContender(Parser<M> parser) {
        this.parser = parser;
    }

    @Override
    public final int encode() {
        CodedOutputStream out = CodedOutputStream.newInstance(buffer);
        try {
            message().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.getTotalBytesWritten();
    }

    /** Has the fields of the value. */
    abstract M message();

    @Override
    public final Object decode(int length) {
        return value(parse(length));
    }

    abstract Object value(M message);

    @Override
    public final long access(int length) {
        return sum(parse(length));
    }

    abstract long sum(M message);

    private M parse(int length) {
        try {
            return parser.parseFrom(buffer, 0, length);
        } catch (InvalidProtocolBufferException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long text(ByteString text) {
        return (long) text.size() + text.byteAt(0);
    }
}
