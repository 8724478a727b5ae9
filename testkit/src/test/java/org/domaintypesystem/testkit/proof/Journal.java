package org.domaintypesystem.testkit.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;

/**
 * Holds what one listener is told against what was published. Of each sender, messages and losses together have to be one
 * row without a gap or an overlap, from the first one on; a revision is of a loss, once.
 */
final class Journal implements Listener<Object> {
    /** Says which losses are none of the protocol's. */
    @FunctionalInterface
    interface Excuses {
        /** Whether a message of a sender may be missing now. */
        boolean excuse(long sender, long sequence);
    }

    private static final class Row {
        final Set<Long> lost = new HashSet<>();
        final Set<Long> revised = new HashSet<>();
        long first;
        long next;
        long delivered;

        /** What precedes it was lost by an announcement alone, and may have come before the listener was there. */
        long announcedUpTo;

        boolean isAllRevised() {
            return lost.stream().allMatch(sequence -> sequence < announcedUpTo || revised.contains(sequence));
        }
    }

    private final String name;
    private final Topic topic;
    private final Ledger ledger;
    private final Excuses excuses;
    private final Map<Long, Row> rows = new HashMap<>();

    /** What a listener throws does not end the run: the first fault is kept. */
    private String fault = "";

    Journal(String name, Topic topic, Ledger ledger, Excuses excuses) {
        this.name = name + " on " + topic;
        this.topic = topic;
        this.ledger = ledger;
        this.excuses = excuses;
    }

    @Override
    public void onMessage(Object message, MessageInfo info) {
        long sequence = info.sequence();
        Row row = extended(info.sender(), sequence, 1, "message");
        row.delivered++;
        if (sequence >= 1 && sequence <= ledger.of(info.sender(), topic).size()) {
            Object original =
                    ledger.of(info.sender(), topic).get((int) sequence - 1).message();
            require(original.equals(message), "message %d is %s, was %s", sequence, message, original);
        }
    }

    @Override
    public void onLoss(Loss loss) {
        require(loss.cause() == Loss.Cause.MISSING, "a slow listener: %s", loss);
        boolean isFirstHeard = next(loss.sender()) == 0;
        Row row = extended(loss.sender(), loss.first(), loss.count(), "loss");
        if (isFirstHeard) {
            row.announcedUpTo = loss.first() + loss.count();
        }
        for (long sequence = loss.first(); sequence < loss.first() + loss.count(); sequence++) {
            row.lost.add(sequence);
            require(
                    !topic.isReliable() || excuses.excuse(loss.sender(), sequence),
                    "%d of %s is lost without an excuse",
                    sequence,
                    loss);
        }
    }

    @Override
    public void onRevision(Loss loss) {
        Row row = rows.computeIfAbsent(loss.sender(), sender -> new Row());
        for (long sequence = loss.first(); sequence < loss.first() + loss.count(); sequence++) {
            require(row.lost.contains(sequence), "revision of %d, which was not lost", sequence);
            require(row.revised.add(sequence), "%d revised twice", sequence);
        }
    }

    private Row extended(long sender, long first, long count, String what) {
        Row row = rows.computeIfAbsent(sender, each -> new Row());
        int published = ledger.of(sender, topic).size();
        require(count >= 1, "%s of %d", what, count);
        require(
                first >= 1 && first + count - 1 <= published,
                "%s %d + %d of sender %016x, who has published %d",
                what,
                first,
                count,
                sender,
                published);
        require(
                row.next == 0 || first == row.next,
                "%s %d of sender %016x, expected %d",
                what,
                first,
                sender,
                row.next);
        row.first = row.next == 0 ? first : row.first;
        row.next = first + count;
        return row;
    }

    private void require(boolean holds, String otherwise, Object... values) {
        if (!holds && fault.isEmpty()) {
            fault = name + ": " + otherwise.formatted(values);
        }
    }

    void check() {
        if (!fault.isEmpty()) {
            throw new AssertionError(fault);
        }
    }

    /**
     * What was lost of senders who have published at most so many came after all. An announcement that took long may have
     * been overtaken by messages that came before the listener did: what is expected by it alone is left out.
     */
    void requireAllRevised(int published) {
        rows.forEach((sender, row) -> require(
                ledger.of(sender, topic).size() > published || row.isAllRevised(),
                "%s lost of sender %016x, and of these only %s late",
                row.lost,
                sender,
                row.revised));
    }

    /** The sequence that comes next of a sender; 0 if nothing has been heard. */
    long next(long sender) {
        Row row = rows.get(sender);
        return row == null ? 0 : row.next;
    }

    /** How many messages of a sender came, from the first one that was heard on, if none is missing; otherwise 0. */
    long unbroken(long sender) {
        Row row = rows.get(sender);
        return row == null
                        || !row.lost.isEmpty()
                        || row.next <= ledger.of(sender, topic).size()
                ? 0
                : row.next - row.first;
    }

    Topic topic() {
        return topic;
    }

    long delivered() {
        return rows.values().stream().mapToLong(row -> row.delivered).sum();
    }

    long lost() {
        return rows.values().stream().mapToLong(row -> row.lost.size()).sum();
    }

    long revised() {
        return rows.values().stream().mapToLong(row -> row.revised.size()).sum();
    }

    @Override
    public String toString() {
        return name;
    }
}
