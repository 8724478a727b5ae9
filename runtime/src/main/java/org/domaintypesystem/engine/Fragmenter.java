package org.domaintypesystem.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.WireWriter;

/**
 * Cuts a message that is too large for a datagram into fragments, each a datagram of its own. Whatever its body is: what is
 * cut is the stand-alone message that the body's pointer and all behind it are.
 *
 * <pre>{@code
 * fragmenter.begin(message, end);
 * while (fragmenter.next()) {
 *     send(fragmenter.bytes(), fragmenter.length());
 * }
 * }</pre>
 *
 * <p>Reusable; not for several threads at once.
 */
public final class Fragmenter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int CHUNK_POINTER = MessageLayout.CONTENT + Fragment.DATA_WORDS * Long.BYTES;
    private static final int CHUNK = CHUNK_POINTER + Long.BYTES;

    /** Where the stand-alone message begins, with its framing in the place of what precedes the body's pointer. */
    private static final int WHOLE = MessageLayout.BODY - Framing.BYTES;

    /** How many bytes of a message a fragment carries, but for the last one: a multiple of eight. */
    private final int maxChunk;

    private final byte[] bytes;
    private byte[] message = {};
    private int size;
    private int count;
    private int index;
    private int length;

    /**
     * @param overhead how many bytes longer each fragment leaves: a multiple of eight
     */
    public Fragmenter(int overhead) {
        this.bytes = new byte[MessageLayout.MAX_DATAGRAM - overhead];
        this.maxChunk = bytes.length - CHUNK;
    }

    /**
     * Begins with a message.
     *
     * @param complete a message in its usual form that is complete, its sequence included, from index 0 on; read until the
     *     last fragment has been made, and not changed
     * @param end index behind its content
     */
    public void begin(byte[] complete, int end) {
        message = complete;
        size = end - WHOLE;
        count = (size + maxChunk - 1) / maxChunk;
        index = 0;
        System.arraycopy(complete, 0, bytes, 0, MessageLayout.BODY);
        long word0 = (long) LONG.get(complete, MessageLayout.WORD_0);
        WireWriter.int64(
                bytes, MessageLayout.WORD_0, (word0 & 0xFFFF_FFFF_FFFFL) | (long) MessageLayout.FRAGMENT << 48);
        WireWriter.struct(
                bytes, MessageLayout.BODY, MessageLayout.CONTENT, Fragment.DATA_WORDS, Fragment.POINTERS, CHUNK);
        WireWriter.int64(bytes, MessageLayout.CONTENT + Fragment.BODY, word0 >>> 48);
    }

    /**
     * Makes the next fragment.
     *
     * @return false if there is none, and the message is not needed any more
     */
    public boolean next() {
        if (index == count) {
            message = bytes;
            return false;
        }
        int offset = index * maxChunk;
        int chunk = Math.min(maxChunk, size - offset);
        length = WireWriter.list(bytes, CHUNK_POINTER, CHUNK, ElementSize.BYTE, chunk, bytes.length);
        System.arraycopy(message, WHOLE + offset, bytes, CHUNK, chunk);
        if (index == 0) {
            Framing.write(bytes, CHUNK, CHUNK + size);
        }
        WireWriter.int64(bytes, MessageLayout.CONTENT + Fragment.MESSAGE_SIZE, size | (long) offset << 32);
        WireWriter.int64(bytes, MessageLayout.CONTENT + Fragment.INDEX, index | (long) count << 32);
        Framing.write(bytes, 0, length);
        index++;
        return true;
    }

    /** The fragment that {@link #next} made, from index 0 on; valid until it is called again. */
    public byte[] bytes() {
        return bytes;
    }

    /** Its size in bytes, with the overhead at most {@link MessageLayout#MAX_DATAGRAM}. */
    public int length() {
        return length;
    }

    /** How many fragments have been made of the message. */
    public int made() {
        return index;
    }
}
