package org.domaintypesystem.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.WireWriter;

/**
 * Messages of one sender and one type that leave together in one datagram: a single one as it is, several as a batch under
 * one header, or one after the other if they are no payloads. A batch has the contents of the messages first, as they came,
 * and the list that points back to them behind: 16 bytes a message, and 8 for the list. Not for several threads at once.
 */
public final class Pack {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** A data word with the time and a pointer. */
    private static final int ITEM_WORDS = 2;

    private static final int ITEM_BYTES = ITEM_WORDS * Long.BYTES;
    private static final int MAX_MESSAGES =
            (MessageLayout.MAX_DATAGRAM - MessageLayout.CONTENT - Long.BYTES) / ITEM_BYTES;
    private static final long MAX_DELTA = 0xFFFF_FFFFL;
    private static final long LIST_OF_ITEMS = 1L | (long) ElementSize.COMPOSITE << 32;
    private static final long ITEM_SIZE = 1L << 32 | 1L << 48;

    private final int overhead;
    private final byte[] bytes;
    private final int[] contents = new int[MAX_MESSAGES];
    private final long[] pointers = new long[MAX_MESSAGES];
    private final long[] deltas = new long[MAX_MESSAGES];
    private int count;
    private int end;
    private long time;
    private boolean isBatch;

    /**
     * @param overhead how many bytes longer a message leaves, or a batch
     */
    public Pack(int overhead) {
        this.overhead = overhead;
        this.bytes = new byte[MessageLayout.MAX_DATAGRAM - overhead];
    }

    /** How many messages are in it. */
    public int count() {
        return count;
    }

    /**
     * Adds a message, if it fits.
     *
     * @param message complete but for its sequence, from index 0 on; it is copied
     * @param length in bytes, with the overhead at most {@link MessageLayout#MAX_DATAGRAM}
     * @return whether it is in; into an empty pack everything fits
     */
    public boolean add(byte[] message, int length) {
        long at = (long) LONG.get(message, MessageLayout.TIMESTAMP);
        if (count == 0) {
            System.arraycopy(message, 0, bytes, 0, length);
            time = at;
            isBatch = MessageLayout.isPayload(message);
            put(MessageLayout.CONTENT, message, 0, length);
            return true;
        }
        if (!isBatch || !MessageLayout.isPayload(message)) {
            return !isBatch && append(message, length);
        }
        long delta = at - time;
        int content = length - MessageLayout.CONTENT;
        int whole = end + content + Long.BYTES + (count + 1) * ITEM_BYTES;
        if (count == MAX_MESSAGES || delta < 0 || delta > MAX_DELTA || whole > bytes.length) {
            return false;
        }
        System.arraycopy(message, MessageLayout.CONTENT, bytes, end, content);
        put(end, message, delta, end + content);
        return true;
    }

    private boolean append(byte[] message, int length) {
        if (count == MAX_MESSAGES || end + length + count * overhead > bytes.length) {
            return false;
        }
        System.arraycopy(message, 0, bytes, end, length);
        put(end + MessageLayout.CONTENT, message, 0, end + length);
        return true;
    }

    private void put(int content, byte[] message, long delta, int newEnd) {
        contents[count] = content;
        pointers[count] = (long) LONG.get(message, MessageLayout.BODY);
        deltas[count] = delta;
        count++;
        end = newEnd;
    }

    /** The datagram, once it is {@linkplain #finish finished}, from index 0 on; valid until the next message is added. */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Completes the datagram and empties the pack.
     *
     * @param sequence of the first message; the others follow
     * @return the length of the datagram in bytes
     */
    public int finish(long sequence) {
        int length = end;
        if (!isBatch) {
            for (int i = 0; i < count; i++) {
                int sequenceAt = contents[i] - MessageLayout.CONTENT + MessageLayout.SEQUENCE;
                WireWriter.int64(bytes, sequenceAt, sequence + i);
            }
        } else {
            MessageLayout.writeSequence(bytes, sequence);
            length = count == 1 ? end : finishBatch();
        }
        count = 0;
        return length;
    }

    private int finishBatch() {
        MessageLayout.writeBatchTag(bytes);
        WireWriter.int64(
                bytes,
                MessageLayout.BODY,
                LIST_OF_ITEMS | offset(MessageLayout.BODY, end) | ((long) count * ITEM_WORDS) << 35);
        WireWriter.int64(bytes, end, (long) count << 2 | ITEM_SIZE);
        int item = end + Long.BYTES;
        for (int i = 0; i < count; i++) {
            WireWriter.int64(bytes, item, deltas[i]);
            WireWriter.int64(bytes, item + Long.BYTES, moved(pointers[i], contents[i], item + Long.BYTES));
            item += ITEM_BYTES;
        }
        Framing.write(bytes, 0, item);
        return item;
    }

    /** The pointer of a message to its struct, as seen from elsewhere, after its content has been moved. */
    private static long moved(long pointer, int content, int to) {
        if (pointer == 0) {
            return 0;
        }
        int target = content + ((int) pointer >> 2) * Long.BYTES;
        return (pointer & 0xFFFF_FFFF_0000_0003L) | offset(to, target);
    }

    private static long offset(int pointer, int target) {
        return (((target - pointer - Long.BYTES) >> 3) << 2) & 0xFFFF_FFFFL;
    }
}
