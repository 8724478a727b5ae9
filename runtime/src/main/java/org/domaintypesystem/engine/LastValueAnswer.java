package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** What one node has asked for of one type, and how far it has been answered. */
final class LastValueAnswer {
    final long typeId;
    final SocketAddress destination;
    final @Nullable RetainedMessages messages;

    long due;

    /** How many subjects there were when it began: those that come later are heard by whoever has asked. */
    private int size;

    private int count;

    /** The latest sequence when it began; negative: it has not begun. */
    private long last = -1;

    /** What is wanted; if {@link #sequences} is null, everything. */
    private @Nullable LongMap<Boolean> sequences;

    private final BitSet lists = new BitSet();

    /** The next subject, and the next list. */
    private int next;

    private int list;

    /** Whether that list has been sent, if it is wanted. */
    private boolean isListed;

    /** A message that does not fit into a datagram, as long as it is being sent. */
    private @Nullable Fragmenter fragments;

    LastValueAnswer(long typeId, SocketAddress destination, @Nullable RetainedMessages messages, long seed, long due) {
        this.typeId = typeId;
        this.destination = destination;
        this.messages = messages;
        this.due = due;
        this.sequences = new LongMap<>(seed);
    }

    /** Adds what is wanted; false if it is too late for that, or too much. */
    boolean add(LastValueMessages.Request request) {
        if (request.isForAll()) {
            boolean isNews = sequences != null && !hasBegun();
            sequences = isNews ? null : sequences;
            return isNews;
        }
        if (sequences == null || hasBegun() || sequences.size() > RetainedMessages.MAX_SUBJECTS) {
            return false;
        }
        for (long sequence : request.sequences()) {
            sequences.put(sequence, true);
        }
        for (int index : request.lists()) {
            if (index >= 0 && index < LastValueMessages.MAX_COUNT) {
                lists.set(index);
            }
        }
        return true;
    }

    boolean hasBegun() {
        return last >= 0;
    }

    /**
     * All up to a sequence is answered from now on.
     *
     * @param latest the latest one; whatever has it, or one before it, is retained already
     */
    void begin(long latest) {
        last = latest;
        size = messages == null ? 0 : messages.size();
        count = Math.max(1, (size + LastValueMessages.MAX_SEQUENCES - 1) / LastValueMessages.MAX_SEQUENCES);
    }

    long last() {
        return last;
    }

    int count() {
        return count;
    }

    boolean isForAll() {
        return sequences == null;
    }

    boolean wants(long sequence) {
        return sequence > 0 && (sequences == null || sequences.get(sequence) != null);
    }

    boolean wantsList() {
        return sequences == null || lists.get(list);
    }

    boolean isDone() {
        return hasBegun() && list == count;
    }

    /** Whether a list is next, before its subjects: those of the list before have had their turn. */
    boolean isAtList() {
        return !isListed;
    }

    int next() {
        return next;
    }

    /** The next subject has had its turn. */
    void goOn() {
        next++;
        endList();
    }

    int list() {
        return list;
    }

    int listStart() {
        return list * LastValueMessages.MAX_SEQUENCES;
    }

    int listEnd() {
        return Math.min(size, listStart() + LastValueMessages.MAX_SEQUENCES);
    }

    /** The list has had its turn: its subjects are next. */
    void listed() {
        isListed = true;
        endList();
    }

    private void endList() {
        if (next == listEnd()) {
            list++;
            isListed = false;
        }
    }

    @Nullable
    Fragmenter fragments() {
        return fragments;
    }

    void fragments(@Nullable Fragmenter of) {
        fragments = of;
    }
}
