package org.domaintypesystem;

import java.util.Arrays;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.MessageLayout;

/**
 * Bytes in which a message is written before it is sent: scratch of the calling thread, handed to generated publishers
 * between {@link Publisher#begin} and {@link #close}. Content is written upwards from {@link #start}, as the target of
 * the pointer at {@link #pointer}.
 */
public final class Draft implements AutoCloseable {
    /** Room for every message that fits into a datagram, so that only those that do not have to grow. */
    private static final int USUAL = 2048;

    private static final int GROWTH = 4;
    private static final int LEAST_LARGEST = 1 << 20;

    private final Scratch scratch;
    private final byte[] usual = new byte[USUAL];
    private byte[] buffer = usual;
    private int end;
    private TypeDescriptor type;
    private int maxMessageSize;
    private boolean grown;

    private Draft(Scratch scratch, TypeDescriptor type) {
        this.scratch = scratch;
        this.type = type;
    }

    /**
     * The calling thread's next draft: another one if code that is being encoded publishes in turn.
     *
     * @param maxMessageSize in bytes
     */
    static Draft ofThread(TypeDescriptor type, int maxMessageSize) {
        Draft draft = Scratch.ofThread().open(type);
        draft.maxMessageSize = maxMessageSize;
        return draft;
    }

    public byte[] buffer() {
        return buffer;
    }

    /** Index of the pointer word that points to the message's struct. */
    public int pointer() {
        return MessageLayout.BODY;
    }

    /** Index where content begins. */
    public int start() {
        return MessageLayout.CONTENT;
    }

    /** Index behind the last byte that may be used. */
    public int limit() {
        return buffer.length;
    }

    /** Says where what has been written ends. */
    public void end(int index) {
        end = index;
    }

    int end() {
        return end;
    }

    /**
     * Has the next draft that takes this one's place be larger. Not for longer than that: what is rarely needed is not
     * kept.
     *
     * @throws MessageTooLargeException if there is no larger one
     */
    public void grow() {
        // Beyond the limit, so that in most cases it can be told by how much a message exceeds it.
        long largest = Math.max(LEAST_LARGEST, (long) maxMessageSize + (maxMessageSize >> 1)) & -Long.BYTES;
        if (buffer.length == largest) {
            throw new MessageTooLargeException(type.name(), largest, false, maxMessageSize);
        }
        buffer = new byte[(int) Math.min(largest, (long) buffer.length * GROWTH)];
        grown = true;
    }

    /** Gives the bytes back to the thread. Once, by the thread that they belong to. */
    @Override
    public void close() {
        scratch.depth--;
        if (!grown) {
            buffer = usual;
        }
        grown = false;
    }

    /** Whether what is published by this thread waits for more. */
    boolean isBatched() {
        return scratch.batches > 0;
    }

    /** What belongs to a thread: its drafts, one a level of nesting, and whether it publishes in a batch. */
    static final class Scratch {
        private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

        private Draft[] drafts = {};
        private int depth;
        private int batches;

        static Scratch ofThread() {
            return OF_THREAD.get();
        }

        void openBatch() {
            batches++;
        }

        /** Whether that was the outermost one. */
        boolean closeBatch() {
            return --batches == 0;
        }

        Draft open(TypeDescriptor type) {
            if (depth == drafts.length) {
                drafts = Arrays.copyOf(drafts, depth + 1);
                drafts[depth] = new Draft(this, type);
            }
            Draft draft = drafts[depth];
            depth++;
            draft.type = type;
            return draft;
        }
    }
}
