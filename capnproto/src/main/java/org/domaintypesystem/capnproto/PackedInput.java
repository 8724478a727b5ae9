package org.domaintypesystem.capnproto;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.SegmentJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Reads values one after the other in Cap'n Proto's packed encoding, as {@link PackedOutput}, capnproto-java or
 * {@code capnp convert binary:packed} write them:
 *
 * <pre>{@code
 * try (PackedInput<Temperature> log =
 *         new PackedInput<>(TemperatureCodec.INSTANCE, Files.newInputStream(Path.of("temperatures.packed")))) {
 *     for (Temperature t = log.read(); t != null; t = log.read()) {
 *         System.out.println(t);
 *     }
 * }
 * }</pre>
 *
 * <p>The stream need not be trusted: no more memory is taken than is in proportion to what has arrived, up to a limit
 * per message. Reads ahead, so that nothing else can read the stream. Not for several threads at once.
 *
 * @param <T> the Java type
 */
public final class PackedInput<T> implements Closeable {
    /** How many bytes a message may have, unpacked, unless something else is said: 64 MiB. */
    public static final int MAX_BYTES = 1 << 26;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    /** What is taken before anything has arrived, and what stays allocated from one value to the next. */
    private static final int KEPT = 1 << 13;

    private final Codec<T> codec;
    private final InputStream in;
    private final PackedWords words;
    private final int maxBytes;
    private byte[] message = new byte[KEPT];
    /** The latest message was not read to its end: nobody knows where the next one begins. */
    private boolean broken;

    /**
     * @param in need not be buffered
     */
    public PackedInput(Codec<T> codec, InputStream in) {
        this(codec, in, MAX_BYTES);
    }

    /**
     * @param in in blocking mode
     */
    public PackedInput(Codec<T> codec, ReadableByteChannel in) {
        this(codec, Channels.newInputStream(in));
    }

    /**
     * @param in need not be buffered
     * @param maxBytes how many bytes a message may have, unpacked
     */
    public PackedInput(Codec<T> codec, InputStream in, int maxBytes) {
        this.codec = codec;
        this.in = in;
        this.words = new PackedWords(in);
        this.maxBytes = maxBytes;
    }

    /**
     * Reads the next value. Waits for no more than its last byte.
     *
     * @return the value, or null if the stream has ended behind the one before
     * @throws DecodeException if what follows is no message, is too large, or ends too early: then nothing can be read any
     *     more; or if it is a message and holds no value of the type: then the next one can be read
     * @throws IOException if the stream fails
     */
    public @Nullable T read() throws IOException {
        if (broken) {
            throw new DecodeException("a stream that was broken within a message before");
        }
        if (words.atEnd()) {
            return null;
        }
        broken = true;
        int length = unpack();
        broken = false;
        try {
            return codec.decode(message, 0, length);
        } finally {
            if (message.length > KEPT) {
                message = new byte[KEPT];
            }
        }
    }

    /** Unpacks a message, and returns its length in bytes. */
    private int unpack() throws IOException {
        words.unpack(message, 0, Long.BYTES);
        long segments = ((int) INT.get(message, 0) & 0xFFFF_FFFFL) + 1;
        if (segments > SegmentJoiner.MAX_SEGMENTS) {
            throw new DecodeException("a message of " + segments + " segments");
        }
        int table = (int) (segments / 2 + 1) * Long.BYTES;
        words.unpack(message, Long.BYTES, table);
        long length = table;
        for (int i = 1; i <= segments; i++) {
            length += ((int) INT.get(message, i * Integer.BYTES) & 0xFFFF_FFFFL) * Long.BYTES;
        }
        if (length > maxBytes) {
            throw new DecodeException("a message of " + length + " bytes, the limit is " + maxBytes);
        }
        int at = table;
        while (at < length) {
            if (at == message.length) {
                message = Arrays.copyOf(message, (int) Math.min(length, 2L * at));
            }
            int end = (int) Math.min(length, message.length);
            words.unpack(message, at, end);
            at = end;
        }
        if (words.inRun()) {
            throw new DecodeException("a run of words that goes on behind its message");
        }
        return at;
    }

    /** Closes the stream. */
    @Override
    public void close() throws IOException {
        in.close();
    }
}
