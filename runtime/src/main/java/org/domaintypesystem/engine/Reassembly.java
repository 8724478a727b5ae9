package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.engine.RepairMessages.Range;
import org.jspecify.annotations.Nullable;

/**
 * A large message of which some fragments have come. Takes memory for these alone: what they say of the others allocates
 * nothing.
 */
final class Reassembly {
    /** What a message takes that has no fragment yet, and a fragment besides its bytes, roughly: objects and entries of maps. */
    static final int OVERHEAD = 512;

    private static final int PART_OVERHEAD = 96;

    /** How far {@link #missing} looks behind the first part that is: somebody may have sent one that is far away. */
    private static final int MAX_LOOK = 1 << 14;

    private static final class Part {
        final int offset;
        final byte[] chunk;

        Part(int offset, byte[] chunk) {
            this.offset = offset;
            this.chunk = chunk;
        }

        int end() {
            return offset + chunk.length;
        }
    }

    final Fragment.Whole whole;
    final Reassemblies.Share share;
    private final LongMap<Part> parts;

    /** The first fragment that is missing, and the one behind the last that is there. */
    private int firstMissing;

    private int behind;

    /** When the latest fragment came. */
    long touched;

    /** What it takes. */
    long bytes = OVERHEAD;

    Reassembly(Fragment.Whole whole, Reassemblies.Share share, long seed) {
        this.whole = whole;
        this.share = share;
        this.parts = new LongMap<>(seed);
    }

    /** Whether a fragment is there already. */
    boolean has(Fragment fragment) {
        return parts.get(fragment.index) != null;
    }

    /** Whether a fragment begins where its neighbour ends, and ends where the other one begins, as far as these are there. */
    boolean fits(Fragment fragment) {
        Part before = parts.get(fragment.index - 1L);
        Part behind = parts.get(fragment.index + 1L);
        return (before == null || before.end() == fragment.offset)
                && (behind == null || behind.offset == fragment.offset + fragment.length);
    }

    /** Takes a fragment that is not there yet and fits. */
    void add(Fragment fragment) {
        parts.put(fragment.index, new Part(fragment.offset, fragment.chunk()));
        int taken = PART_OVERHEAD + fragment.length;
        bytes += taken;
        share.bytes += taken;
        behind = Math.max(behind, fragment.index + 1);
    }

    /** Whether a fragment comes later than others that lie behind it. */
    boolean isOvertaken(Fragment fragment) {
        return fragment.index < behind;
    }

    /** Whether a fragment is missing before one that is there. */
    boolean hasGap() {
        return parts.size() < behind;
    }

    /**
     * Which fragments are missing.
     *
     * @param all whether those behind the last one that is there are, too: otherwise they may still be coming
     * @param most how many runs of them to name, at least 1
     */
    List<Range> missing(boolean all, int most) {
        while (parts.get(firstMissing) != null) {
            firstMissing++;
        }
        List<Range> missing = new ArrayList<>();
        int end = Math.min(behind, firstMissing + MAX_LOOK);
        for (int from = firstMissing; from < end && missing.size() < most; ) {
            int to = from + 1;
            while (to < end && parts.get(to) == null) {
                to++;
            }
            missing.add(new Range(from, to - from));
            from = to + 1;
            while (from < end && parts.get(from) != null) {
                from++;
            }
        }
        int tail = Math.max(behind, firstMissing);
        if (all && end == behind && tail < whole.count() && missing.size() < most) {
            missing.add(new Range(tail, whole.count() - tail));
        }
        return missing;
    }

    /** The whole message, once all fragments are there: each begins where the one before it ends. */
    byte @Nullable [] joined() {
        if (parts.size() < whole.count()) {
            return null;
        }
        byte[] message = new byte[whole.size()];
        parts.forEach(part -> System.arraycopy(part.chunk, 0, message, part.offset, part.chunk.length));
        return message;
    }
}
