package org.domaintypesystem.engine;

import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** How much is known of the last values of one type at one publisher, and when to ask for more. */
final class AskedPublisher {
    /** How many sequences are remembered as having come; what else has come is asked for once more. */
    private static final int MAX_RECEIVED = 1 << 18;

    enum Stage {
        /** Not all that there is has come. */
        ASKING,
        /** All has come; what others sent before may still be on its way. */
        SETTLING,
        DONE
    }

    final long typeId;
    final long sender;
    private final long seed;

    Stage stage = Stage.ASKING;
    long due;

    /** How often it has been asked since anything came. */
    int tries;

    /** Where its messages come from, if any have. */
    @Nullable
    SocketAddress source;

    /** Sequences that came, and those that have not, with the list that names them. */
    private LongMap<Boolean> received;

    private LongMap<Integer> missing;

    /** The lists that have come; null as long as nobody has said how many there are. */
    private long @Nullable [] @Nullable [] lists;

    private int listsMissing;

    /**
     * What comes after this is heard as it is published, or found missing; what is not after it is in the lists. Negative as
     * long as nothing has been heard.
     */
    long base = -1;

    /** Whether what is missing has been asked for, without success. */
    private boolean askedInVain;

    AskedPublisher(long typeId, long sender, long seed, long due) {
        this.typeId = typeId;
        this.sender = sender;
        this.seed = seed;
        this.due = due;
        this.received = new LongMap<>(seed);
        this.missing = new LongMap<>(seed);
    }

    /** Takes note of a message that came; whether it was not known to have come. */
    boolean heard(long sequence) {
        missing.remove(sequence);
        if (received.size() == MAX_RECEIVED || received.get(sequence) != null) {
            return false;
        }
        received.put(sequence, true);
        return true;
    }

    boolean awaits(long sequence) {
        return stage == Stage.ASKING && received.get(sequence) == null;
    }

    /** Whether a list has named a message that has not come. */
    boolean isMissing(long sequence) {
        return stage == Stage.ASKING && missing.get(sequence) != null;
    }

    /** Takes note of a list; whether it says anything new. */
    boolean listed(LastValueMessages.Sequences list) {
        if (lists == null) {
            lists = new long[list.count()][];
            listsMissing = list.count();
        }
        if (list.index() >= lists.length) {
            // Of subjects that there were not when the first list was made: their messages are heard as they come.
            return false;
        }
        long[] before = lists[list.index()];
        if (before == null) {
            listsMissing--;
        } else {
            for (long sequence : before) {
                missing.remove(sequence);
            }
        }
        lists[list.index()] = list.sequences();
        for (long sequence : list.sequences()) {
            if (received.get(sequence) == null) {
                missing.put(sequence, list.index());
            }
        }
        return true;
    }

    boolean hasAll() {
        return lists != null && listsMissing == 0 && missing.size() == 0;
    }

    /** All has come, or it is given up: what was remembered is needed no more. */
    void settle(Stage next) {
        stage = next;
        received = new LongMap<>(seed);
        missing = new LongMap<>(seed);
        lists = null;
    }

    /**
     * Asks for what is missing, in some messages.
     *
     * @param most how many messages at most
     */
    void ask(LastValueMessages messages, SocketAddress to, int most, long epochNanos) {
        if (lists == null) {
            messages.request(typeId, new long[0], 0, new int[0], 0, epochNanos, to);
            return;
        }
        long[] sequences = new long[LastValueMessages.MAX_SEQUENCES];
        int[] indices = new int[LastValueMessages.MAX_LISTS];
        int sequenceCount = 0;
        int listCount = 0;
        int sent = 0;
        for (int index = 0; index < lists.length && sent < most; index++) {
            long[] list = lists[index];
            int found = 0;
            for (int i = 0; list != null && i < list.length && sent < most; i++) {
                if (missing.get(list[i]) != null) {
                    found++;
                    sequences[sequenceCount++] = list[i];
                    if (sequenceCount == sequences.length) {
                        messages.request(typeId, sequences, sequenceCount, indices, listCount, epochNanos, to);
                        sequenceCount = 0;
                        listCount = 0;
                        sent++;
                    }
                }
            }
            // What is asked for in vain may have been superseded: a new list tells.
            if (list == null || (found > 0 && askedInVain)) {
                indices[listCount++] = index;
            }
            if (listCount == indices.length) {
                messages.request(typeId, sequences, sequenceCount, indices, listCount, epochNanos, to);
                sequenceCount = 0;
                listCount = 0;
                sent++;
            }
        }
        if (sequenceCount + listCount > 0) {
            messages.request(typeId, sequences, sequenceCount, indices, listCount, epochNanos, to);
        }
        askedInVain = true;
    }
}
