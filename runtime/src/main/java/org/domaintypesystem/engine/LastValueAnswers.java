package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gives the latest message of each subject to those who ask for them. Times called {@code now} are nanoseconds that never go
 * back. For one thread at a time.
 *
 * <p>Answers go to where the question comes from, as many messages in a datagram as fit, so many datagrams at a time that
 * receivers keep up, and all who ask have their turns. Each run of messages follows the list of their sequences.
 */
public final class LastValueAnswers {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000 * MICRO;
    private static final long NEVER = Long.MAX_VALUE >> 1;

    /** Datagrams in a row, and how long the next ones rest then. */
    static final int BURST = 24;

    static final long REST = MILLI;

    /** Subjects that are looked at in a row. */
    private static final int MAX_LOOKS = 8192;

    /** Answers to a question to all are spread over so much for each node that is known. */
    static final long SPREAD_PER_NODE = 200 * MICRO;

    static final long MAX_SPREAD = 100 * MILLI;

    /** Questions that come together are answered together. */
    private static final long GATHER = MILLI;

    /** Who has got everything does not get it again for so long. */
    static final long RESPITE = 20 * MILLI;

    /** How many answers may be under way, and how many to one node. */
    static final int MAX_ANSWERS = 1024;

    static final int MAX_PER_NODE = 64;

    /** What is retained. */
    public interface Retained {
        /** The latest messages of a type that this node publishes; null if it keeps none. */
        @Nullable
        RetainedMessages of(long typeId);

        /** The latest sequence of a type that this node has given away. */
        long last(long typeId);
    }

    private record Asked(long typeId, SocketAddress source) {}

    private final LastValueMessages messages;
    private final DatagramSink output;
    private final int overhead;
    private final Retained retained;
    private final Counters counters;
    private final SplittableRandom random;
    private final long seed;

    private final Map<Asked, LastValueAnswer> answers = new HashMap<>();
    private final Map<SocketAddress, Integer> perNode = new HashMap<>();
    private final Deque<LastValueAnswer> turns = new ArrayDeque<>();
    private final Map<Asked, Long> answered = new LinkedHashMap<>();

    private final RetainedMessage.Copy copy = new RetainedMessage.Copy();
    private final byte[] datagram = new byte[MessageLayout.MAX_DATAGRAM];
    private final long[] sequences = new long[LastValueMessages.MAX_SEQUENCES];
    private int length;
    private int packed;
    private int datagrams;
    private int looks;
    private long burstBegan;

    /**
     * @param self the sender of this node
     * @param lists where the lists go, to be numbered
     * @param output where the messages go, as they were
     * @param overhead how many bytes longer each of these leaves
     * @param seed a number that nobody outside can guess
     */
    public LastValueAnswers(
            long self,
            Retained retained,
            ControlOutput lists,
            DatagramSink output,
            int overhead,
            Counters counters,
            long seed) {
        this.messages = new LastValueMessages(self, lists);
        this.output = output;
        this.overhead = overhead;
        this.retained = retained;
        this.counters = counters;
        this.random = new SplittableRandom(seed);
        this.seed = seed;
    }

    /**
     * Takes a request.
     *
     * @param nodes how many nodes may answer it
     * @throws org.domaintypesystem.codec.DecodeException if it is none
     */
    public void asked(InboundMessage message, SocketAddress source, int nodes, long now) {
        LastValueMessages.Request request = LastValueMessages.readRequest(message);
        RetainedMessages kept = retained.of(message.typeId());
        if (kept == null && request.isToAnyone()) {
            return;
        }
        Asked asked = new Asked(message.typeId(), source);
        LastValueAnswer known = answers.get(asked);
        Long last = answered.get(asked);
        if (known != null) {
            known.add(request);
            return;
        }
        boolean isAgain = request.isForAll() && last != null && now - last < RESPITE;
        if (isAgain || answers.size() == MAX_ANSWERS || perNode.getOrDefault(source, 0) == MAX_PER_NODE) {
            counters.increment(Counter.LAST_VALUES_IGNORED);
            return;
        }
        counters.increment(Counter.LAST_VALUES_ANSWERED);
        LastValueAnswer answer = new LastValueAnswer(asked.typeId(), source, kept, seed, now + delay(request, nodes));
        answer.add(request);
        answers.put(asked, answer);
        perNode.merge(source, 1, Integer::sum);
        turns.add(answer);
    }

    private long delay(LastValueMessages.Request request, int nodes) {
        if (!request.isToAnyone()) {
            return request.isForAll() ? 0 : GATHER;
        }
        return random.nextLong(Math.min(MAX_SPREAD, Math.max(1, nodes) * SPREAD_PER_NODE));
    }

    /**
     * Does what is due.
     *
     * @return when to call again; far away: not before the next request
     */
    public long tick(long now, long epochNanos) {
        if (now - burstBegan >= REST) {
            burstBegan = now;
            datagrams = 0;
            looks = 0;
        }
        for (int i = turns.size(); i > 0 && mayGoOn(); i--) {
            LastValueAnswer answer = turns.remove();
            if (answer.due - now <= 0) {
                answer(answer, epochNanos);
                flush(answer);
            }
            if (answer.isDone()) {
                done(answer, now);
            } else {
                turns.add(answer);
            }
        }
        return nextTick(now);
    }

    /** When the next {@link #tick} is due. */
    public long nextTick(long now) {
        long next = now + NEVER;
        for (LastValueAnswer answer : turns) {
            long due = answer.due - now <= 0 ? now + REST : answer.due;
            if (due - next < 0) {
                next = due;
            }
        }
        return next;
    }

    private void done(LastValueAnswer answer, long now) {
        Asked asked = new Asked(answer.typeId, answer.destination);
        answers.remove(asked);
        perNode.computeIfPresent(answer.destination, (node, count) -> count == 1 ? null : count - 1);
        if (answer.isForAll()) {
            answered.remove(asked);
            answered.put(asked, now);
            if (answered.size() > MAX_ANSWERS) {
                answered.remove(answered.keySet().iterator().next());
            }
        }
    }

    private boolean mayGoOn() {
        return datagrams < BURST && looks < MAX_LOOKS;
    }

    private void answer(LastValueAnswer answer, long epochNanos) {
        if (!answer.hasBegun()) {
            answer.begin(retained.last(answer.typeId));
        }
        boolean goesOn = true;
        while (goesOn && !answer.isDone() && mayGoOn()) {
            goesOn = answer.isAtList() ? list(answer, epochNanos) : message(answer);
        }
    }

    private boolean list(LastValueAnswer answer, long epochNanos) {
        if (!flush(answer)) {
            return false;
        }
        RetainedMessages kept = answer.messages;
        if (answer.wantsList()) {
            int found = 0;
            for (int i = answer.listStart(); kept != null && i < answer.listEnd(); i++) {
                long sequence = kept.get(i).sequence();
                if (sequence < 0) {
                    return false;
                }
                if (sequence > 0) {
                    sequences[found++] = sequence;
                }
            }
            messages.sequences(
                    answer.typeId,
                    answer.list(),
                    answer.count(),
                    answer.last(),
                    sequences,
                    found,
                    epochNanos,
                    answer.destination);
            datagrams++;
        }
        answer.listed();
        return true;
    }

    /** Sends the message of the next subject, if it is wanted; false if there is no getting on just now. */
    private boolean message(LastValueAnswer answer) {
        if (answer.fragments() != null) {
            return fragment(answer, answer.fragments());
        }
        looks++;
        RetainedMessage subject = Objects.requireNonNull(answer.messages).get(answer.next());
        long sequence = subject.sequence();
        if (sequence < 0) {
            return false;
        }
        if (!answer.wants(sequence)) {
            answer.goOn();
            return true;
        }
        if (!subject.read(copy)) {
            return false;
        }
        if (copy.length + overhead > datagram.length) {
            if (!flush(answer)) {
                return false;
            }
            Fragmenter fragments = new Fragmenter(overhead);
            fragments.begin(copy.lasting(), copy.length);
            fragments.next();
            answer.fragments(fragments);
            return true;
        }
        if (length + copy.length + (packed + 1) * overhead > datagram.length && !flush(answer)) {
            return false;
        }
        System.arraycopy(copy.bytes, 0, datagram, length, copy.length);
        MessageLayout.markLastValue(datagram, length);
        length += copy.length;
        packed++;
        answer.goOn();
        return true;
    }

    private boolean fragment(LastValueAnswer answer, Fragmenter fragments) {
        MessageLayout.markLastValue(fragments.bytes(), 0);
        if (!output.send(fragments.bytes(), fragments.length(), answer.destination)) {
            return false;
        }
        datagrams++;
        if (!fragments.next()) {
            counters.increment(Counter.LAST_VALUES_SENT);
            answer.fragments(null);
            answer.goOn();
        }
        return true;
    }

    /** Sends what has been packed. What finds no room is lost, and will be asked for again. */
    private boolean flush(LastValueAnswer answer) {
        if (length == 0) {
            return true;
        }
        boolean left = output.send(datagram, length, answer.destination);
        if (left) {
            counters.add(Counter.LAST_VALUES_SENT, packed);
        }
        datagrams++;
        length = 0;
        packed = 0;
        return left;
    }
}
