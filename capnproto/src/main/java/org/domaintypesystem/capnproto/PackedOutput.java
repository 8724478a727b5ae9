package org.domaintypesystem.capnproto;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.Framing;

/**
 * Writes values one after the other in Cap'n Proto's packed encoding, in which zero bytes take next to no space:
 *
 * <pre>{@code
 * try (PackedOutput<Temperature> log =
 *         new PackedOutput<>(TemperatureCodec.INSTANCE, Files.newOutputStream(Path.of("temperatures.packed")))) {
 *     log.write(temperature);
 * }
 * }</pre>
 *
 * <p>{@code capnp decode --packed} prints such a file, {@link PackedInput} reads it. Not for several threads at once.
 *
 * @param <T> the Java type
 */
public final class PackedOutput<T> implements Closeable {
    /** What stays allocated from one value to the next. */
    private static final int KEPT = 1 << 16;

    private final MessageBuffer<T> message;
    private final OutputStream out;
    private byte[] packed = {};

    /**
     * @param out need not be buffered, each message is handed over whole
     */
    public PackedOutput(Codec<T> codec, OutputStream out) {
        this.message = new MessageBuffer<>(codec);
        this.out = out;
    }

    /**
     * @param out in blocking mode
     */
    public PackedOutput(Codec<T> codec, WritableByteChannel out) {
        this(codec, Channels.newOutputStream(out));
    }

    /**
     * Writes a value as a message of its own.
     *
     * @throws org.domaintypesystem.codec.EncodeException if it cannot be written; then nothing was
     * @throws IOException if the stream fails; then it may end within a message
     */
    public void write(T value) throws IOException {
        int length = message.encode(value);
        int mostPacked = length / Long.BYTES * Packing.MOST_BYTES_OF_WORD;
        if (packed.length < mostPacked) {
            packed = new byte[mostPacked];
        }
        // One by one: some readers want every run to end with the segment.
        int segment = Packing.pack(message.bytes(), 0, Framing.BYTES, packed, 0);
        int end = Packing.pack(message.bytes(), Framing.BYTES, length, packed, segment);
        out.write(packed, 0, end);
        if (packed.length > KEPT) {
            packed = new byte[0];
        }
    }

    /** Closes the stream. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
