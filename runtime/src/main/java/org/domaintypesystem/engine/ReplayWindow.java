package org.domaintypesystem.engine;

/**
 * Which of the latest numbers of a sender have come, so that none is taken twice. What is older than the window is taken to
 * have come. Only what is known to be genuine may move it.
 */
final class ReplayWindow {
    /** How many numbers up to the latest one are told apart. */
    static final int WIDTH = 1024;

    private final long[] seen = new long[WIDTH / Long.SIZE];
    private long latest;

    /** Whether a number, at least 1, has not come yet. */
    boolean isNew(long sequence) {
        return sequence > latest || (sequence > latest - WIDTH && (seen[word(sequence)] & bit(sequence)) == 0);
    }

    /** A number has come. */
    void take(long sequence) {
        if (sequence > latest) {
            forget(sequence);
            latest = sequence;
        }
        if (sequence > latest - WIDTH) {
            seen[word(sequence)] |= bit(sequence);
        }
    }

    /** Makes room for the numbers behind the latest one, up to another. */
    private void forget(long upTo) {
        long count = Math.min(upTo - latest, WIDTH);
        for (long i = 0; i < count; i++) {
            seen[word(upTo - i)] &= ~bit(upTo - i);
        }
    }

    private static int word(long sequence) {
        return (int) (sequence & WIDTH - 1) / Long.SIZE;
    }

    private static long bit(long sequence) {
        return 1L << sequence;
    }
}
