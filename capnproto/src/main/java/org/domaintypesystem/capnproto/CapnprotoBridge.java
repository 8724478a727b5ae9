package org.domaintypesystem.capnproto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import org.capnproto.AnyPointer;
import org.capnproto.MessageBuilder;
import org.capnproto.MessageReader;
import org.capnproto.ReaderOptions;
import org.capnproto.Serialize;
import org.capnproto.StructReader;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.Framing;

/**
 * Turns values of one type into messages of capnproto-java, and back:
 *
 * <pre>{@code
 * CapnprotoBridge<Temperature> temperatures = CapnprotoBridge.of(TemperatureCodec.INSTANCE);
 *
 * MessageBuilder builder = temperatures.toBuilder(new Temperature("mash-tun", 64.2, now));
 * Temperature temperature = temperatures.from(Serialize.read(channel));
 * }</pre>
 *
 * <p>With the classes that {@code capnpc-java} generates from the type's schema, a value goes into a struct of theirs,
 * and out of one:
 *
 * <pre>{@code
 * report.setTemperature(temperatures.toReader(value).getRoot(Schemas.Temperature.factory));
 * Temperature temperature = temperatures.from(report.getTemperature());
 * }</pre>
 *
 * <p>All of it copies. Stateless and safe for use by several threads, as far as the messages are.
 *
 * @param <T> the Java type
 */
public final class CapnprotoBridge<T> {
    /** For messages that were made here: they may be read again and again, as deep as they are. */
    private static final ReaderOptions UNLIMITED = new ReaderOptions(-1, Integer.MAX_VALUE);

    private final Codec<T> codec;

    private CapnprotoBridge(Codec<T> codec) {
        this.codec = codec;
    }

    /** The bridge for a type, for example of {@code TemperatureCodec.INSTANCE}. */
    public static <T> CapnprotoBridge<T> of(Codec<T> codec) {
        return new CapnprotoBridge<>(codec);
    }

    /**
     * A message whose root is the value, to be read.
     *
     * @throws org.domaintypesystem.codec.EncodeException if the value cannot be written
     */
    public MessageReader toReader(T value) {
        MessageBuffer<T> message = new MessageBuffer<>(codec);
        int length = message.encode(value);
        ByteBuffer segment = ByteBuffer.wrap(message.bytes(), Framing.BYTES, length - Framing.BYTES)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        return new MessageReader(new ByteBuffer[] {segment}, UNLIMITED);
    }

    /**
     * A message whose root is the value, to be changed or written.
     *
     * @throws org.domaintypesystem.codec.EncodeException if the value cannot be written
     */
    public MessageBuilder toBuilder(T value) {
        // Unsafe for messages of strangers only.
        return MessageBuilder.unsafeConstructFromMessageReader(toReader(value));
    }

    /**
     * Sets a pointer of a message to a copy of the value.
     *
     * @throws org.domaintypesystem.codec.EncodeException if the value cannot be written
     */
    public void write(T value, AnyPointer.Builder target) {
        target.setAs(AnyPointer.factory, toReader(value).getRoot(AnyPointer.factory));
    }

    /**
     * The root of a message as a value. The message may be of up to 512 segments, and need not be trusted; its own
     * traversal limit does not apply.
     *
     * @throws DecodeException if the message does not hold a value of the type
     */
    public T from(MessageReader message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Serialize.write(Channels.newChannel(bytes), message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return decode(bytes);
    }

    /**
     * The root of a message as a value. The message may be changed afterwards, but not meanwhile.
     *
     * @throws DecodeException if the message does not hold a value of the type
     */
    public T from(MessageBuilder message) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Serialize.write(Channels.newChannel(bytes), message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return decode(bytes);
    }

    /**
     * What a pointer leads to as a value. Limits are those of the {@link ReaderOptions} that its message is read with.
     *
     * @throws DecodeException if it does not lead to a value of the type
     */
    public T from(AnyPointer.Reader pointer) {
        MessageBuilder copy = new MessageBuilder();
        try {
            copy.setRoot(AnyPointer.factory, pointer);
        } catch (RuntimeException e) {
            throw refused(e);
        }
        return from(copy);
    }

    /**
     * A struct as a value. Limits are those of the {@link ReaderOptions} that its message is read with.
     *
     * @param struct of any class: what counts is the layout
     * @throws DecodeException if it does not hold a value of the type
     */
    public T from(StructReader struct) {
        MessageBuilder copy = new MessageBuilder();
        try {
            copy.setRoot(AnyStruct.FACTORY, struct);
        } catch (RuntimeException e) {
            throw refused(e);
        }
        return from(copy);
    }

    private T decode(ByteArrayOutputStream message) {
        byte[] bytes = message.toByteArray();
        return codec.decode(bytes, 0, bytes.length);
    }

    /** Malformed bytes show as exceptions of capnproto-java's own or of the buffers below it. */
    private static DecodeException refused(RuntimeException cause) {
        return new DecodeException("capnproto-java refuses: " + cause);
    }
}
