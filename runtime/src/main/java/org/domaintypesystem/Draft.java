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

    /** Above this, the size of a message is not told exactly. */
    private static final int LARGEST = 1 << 24;

    private static final int GROWTH = 16;

    private static final ThreadLocal<Stack> OF_THREAD = ThreadLocal.withInitial(Stack::new);

    private final Stack stack;
    private final byte[] usual = new byte[USUAL];
    private byte[] buffer = usual;
    private int end;
    private TypeDescriptor type;
    private boolean grown;

    private Draft(Stack stack, TypeDescriptor type) {
        this.stack = stack;
        this.type = type;
    }

    /** The calling thread's next draft: another one if code that is being encoded publishes in turn. */
    static Draft ofThread(TypeDescriptor type) {
        return OF_THREAD.get().open(type);
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
        if (buffer.length == LARGEST) {
            throw new MessageTooLargeException(type.name(), LARGEST, false);
        }
        buffer = new byte[Math.min(LARGEST, buffer.length * GROWTH)];
        grown = true;
    }

    /** Gives the bytes back to the thread. Once, by the thread that they belong to. */
    @Override
    public void close() {
        stack.depth--;
        if (!grown) {
            buffer = usual;
        }
        grown = false;
    }

    /** The drafts of a thread, one a level of nesting. */
    private static final class Stack {
        private Draft[] drafts = {};
        private int depth;

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
