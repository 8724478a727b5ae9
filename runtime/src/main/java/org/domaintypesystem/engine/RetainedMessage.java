package org.domaintypesystem.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The latest message of one subject. Replaced by one thread at a time, which waits for nobody; read by any, which finds it
 * whole or being replaced.
 */
public final class RetainedMessage {
    private static final VarHandle VERSION;

    /** Messages that change their size a little find room where the one before them was. */
    private static final int GRAIN = 64;

    static {
        try {
            VERSION = MethodHandles.lookup().findVarHandle(RetainedMessage.class, "version", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** What somebody has read. One object for one message after another. */
    public static final class Copy {
        private final byte[] own = new byte[MessageLayout.MAX_DATAGRAM];

        /** The message from index 0 on: a copy, or bytes that nobody changes. */
        byte[] bytes = own;

        int length;

        /** Bytes that nobody changes, even when another message is read. */
        byte[] lasting() {
            return bytes == own ? Arrays.copyOf(own, length) : bytes;
        }
    }

    private final RetainedMessages all;

    /** Odd while the message is being replaced. */
    @SuppressWarnings("unused") // by the handle
    private int version;

    /** What does not fit into a datagram is in an array of its own, that does not change: it takes long to send it. */
    private byte[] bytes = {};

    private int length;
    private long sequence;

    RetainedMessage(RetainedMessages all) {
        this.all = all;
    }

    /**
     * A further message is about to be sent: as long as it is not known what becomes of it, nobody reads. Ended by
     * {@link #keep} or {@link #leave}.
     */
    public void begin() {
        VERSION.setVolatile(this, version + 1);
    }

    /** Takes the place of the message before, after {@link #begin}. Allocates only if there is less room than ever before. */
    public void keep(byte[] message, int size) {
        boolean isLarge = size > MessageLayout.MAX_DATAGRAM;
        boolean fits = !isLarge && size <= bytes.length && bytes.length <= MessageLayout.MAX_DATAGRAM;
        int room = fits ? bytes.length : isLarge ? size : (size + GRAIN - 1) & -GRAIN;
        if (!all.exchange(bytes.length, room)) {
            all.exchange(bytes.length, 0);
            bytes = new byte[0];
            length = 0;
        } else {
            if (!fits) {
                bytes = new byte[room];
            }
            System.arraycopy(message, 0, bytes, 0, size);
            length = size;
        }
        sequence = MessageLayout.sequence(message);
        leave();
    }

    /** The message was not sent: the one before stays. */
    public void leave() {
        VERSION.setRelease(this, version + 1);
    }

    /** The sequence of the message; 0 if there is none, negative while it is being replaced. */
    public long sequence() {
        int before = (int) VERSION.getAcquire(this);
        long found = length == 0 ? 0 : sequence;
        return isStill(before) ? found : -1;
    }

    /** Reads the message; false while it is being replaced. */
    boolean read(Copy to) {
        int before = (int) VERSION.getAcquire(this);
        byte[] from = bytes;
        int size = Math.min(length, from.length);
        if (size > MessageLayout.MAX_DATAGRAM) {
            to.bytes = from;
        } else {
            System.arraycopy(from, 0, to.own, 0, size);
            to.bytes = to.own;
        }
        to.length = size;
        return isStill(before);
    }

    private boolean isStill(int before) {
        VarHandle.loadLoadFence();
        return (before & 1) == 0 && (int) VERSION.getOpaque(this) == before;
    }
}
