package org.domaintypesystem;

import java.util.Arrays;
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
    static final int LARGEST = 1 << 24;

    private static final int GROWTH = 16;

    private static final ThreadLocal<Stack> OF_THREAD = ThreadLocal.withInitial(Stack::new);

    private final Stack stack;
    private final byte[] usual = new byte[USUAL];
    private byte[] buffer = usual;
    private int grown = USUAL;
    private boolean open;

    private Draft(Stack stack) {
        this.stack = stack;
    }

    /** The calling thread's next draft: another one if code that is being encoded publishes in turn. */
    static Draft ofThread() {
        return OF_THREAD.get().open();
    }

    /**
     * Has the next draft of the calling thread be larger than the last one, for one use.
     *
     * @return false if the last one was as large as it gets
     */
    static boolean growOfThread() {
        return OF_THREAD.get().next().grow();
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

    /** Gives the bytes back to the thread. */
    @Override
    public void close() {
        if (open) {
            open = false;
            stack.depth--;
            grown = buffer.length;
            buffer = usual;
        }
    }

    private boolean grow() {
        if (grown == LARGEST) {
            return false;
        }
        buffer = new byte[Math.min(LARGEST, grown * GROWTH)];
        return true;
    }

    /** The drafts of a thread, one a level of nesting. */
    private static final class Stack {
        private Draft[] drafts = {new Draft(this)};
        private int depth;

        Draft open() {
            Draft draft = next();
            draft.open = true;
            depth++;
            return draft;
        }

        Draft next() {
            if (depth == drafts.length) {
                Draft[] more = Arrays.copyOf(drafts, depth + 1);
                more[depth] = new Draft(this);
                drafts = more;
            }
            return drafts[depth];
        }
    }
}
