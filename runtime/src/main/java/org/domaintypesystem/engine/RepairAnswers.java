package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.engine.RepairMessages.Missing;
import org.domaintypesystem.engine.RepairMessages.Range;

/**
 * Answers those who miss something of what this node sends: has it sent again, or says that it is gone or has never been; and
 * says what there is when nothing has been sent for a while. Times called {@code now} are nanoseconds that never go back. For
 * one thread at a time, but for {@link #add}.
 */
public final class RepairAnswers {
    /** How many NAKs of one node for one type are worked off at a time: so many are sent where much is missing. */
    static final int MAX_OPEN = 4;

    /** Of how many nodes and types it is known which NAKs these are. */
    static final int MAX_ASKED = 4096;

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Streams(LongMap<RepairableStream> byType, RepairableStream[] all) {}

    private record Asker(SocketAddress source, long typeId) {}

    private final RepairMessages messages;
    private final RepairRequests requests;
    private final Counters counters;

    /** Replaced, never changed. */
    private volatile Streams streams;

    private static final class Open {
        /** Up to where the requests of the latest NAKs are: a ring. */
        private final long[] ends = new long[MAX_OPEN];

        private int next;
    }

    /** Those who have asked lately, the latest ones last. */
    private final Map<Asker, Open> asked = new LinkedHashMap<>(16, 0.75f, true);

    private long nak;

    /** When the latest NAK was taken, or the streams said for the last time what they have. */
    private volatile long stirredAt;

    /**
     * @param self the sender of this node
     * @param output where heartbeats and gaps go
     * @param seed a number that nobody outside can guess
     */
    public RepairAnswers(long self, ControlOutput output, Resender resender, Counters counters, long seed) {
        this.messages = new RepairMessages(self, output);
        this.requests = resender.requests();
        this.counters = counters;
        this.streams = new Streams(new LongMap<>(seed), new RepairableStream[0]);
    }

    /** Answers for a stream from now on. For any thread. */
    public synchronized void add(RepairableStream stream) {
        LongMap<RepairableStream> more = streams.byType().copy();
        more.put(stream.typeId, stream);
        RepairableStream[] all = Arrays.copyOf(streams.all(), streams.all().length + 1);
        all[all.length - 1] = stream;
        streams = new Streams(more, all);
    }

    /**
     * Takes a NAK.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it is none
     */
    public void asked(InboundMessage message, SocketAddress source, long now) {
        List<Missing> all = RepairMessages.readNak(message);
        RepairableStream stream = streams.byType().get(message.typeId());
        boolean isTaken = stream != null && take(stream, all, source);
        counters.increment(isTaken ? Counter.NAKS_TAKEN : Counter.NAKS_REFUSED);
        if (isTaken) {
            stirredAt = now;
        }
    }

    /** Whether anything of it makes sense, and there is room for all that does. */
    private boolean take(RepairableStream stream, List<Missing> all, SocketAddress source) {
        long firstRetained = stream.firstRetained();
        long behind = stream.behind();
        Open open = asked.get(new Asker(source, stream.typeId));
        boolean isFree = (open == null || !requests.hasBefore(open.ends[open.next]))
                && requests.hasRoom(RepairMessages.MAX_RANGES);
        boolean isTaken = false;
        long begin = requests.end();
        nak++;
        for (Missing missing : all) {
            long first = missing.messages().first();
            long end = missing.messages().end();
            if (first < firstRetained) {
                stream.news.askGap(first);
                first = firstRetained;
                isTaken = true;
            }
            if (end > behind) {
                stream.news.askHeartbeat();
                end = behind;
                isTaken = true;
            }
            long count = end - first;
            if (isFree && count > 0) {
                add(stream, source, new Range(first, count), missing);
                isTaken = true;
            }
        }
        if (requests.end() != begin) {
            note(new Asker(source, stream.typeId));
        }
        return isTaken;
    }

    private void note(Asker asker) {
        Open open = asked.computeIfAbsent(asker, each -> new Open());
        open.ends[open.next] = requests.end();
        open.next = (open.next + 1) % MAX_OPEN;
        if (asked.size() > MAX_ASKED) {
            asked.remove(asked.keySet().iterator().next());
        }
    }

    private void add(RepairableStream stream, SocketAddress source, Range messages, Missing missing) {
        List<Range> parts = missing.messages().count() == 1 ? missing.fragments() : List.of();
        if (parts.isEmpty()) {
            requests.add(stream, source, nak, messages, null);
        }
        for (Range part : parts) {
            requests.add(stream, source, nak, messages, part);
        }
    }

    /**
     * Says what is due.
     *
     * @return when to call again; far away: not before something is sent or asked for
     */
    public long tick(long now, long epochNanos) {
        long next = now + RepairNews.NEVER;
        for (RepairableStream stream : streams.all()) {
            next = Math.min(next, stream.news.tick(stream, messages, counters, now, epochNanos));
        }
        return next;
    }

    /** Has all streams of which something is kept say so, at the next {@link #tick} and again soon; whether there are any. */
    public boolean sayAll(long now) {
        stirredAt = now;
        boolean isAnyKept = false;
        for (RepairableStream stream : streams.all()) {
            isAnyKept |= stream.news.beatNow(stream, now);
        }
        return isAnyKept;
    }

    /** When the latest NAK was taken, or {@link #sayAll} was called. For any thread. */
    public long stirredAt() {
        return stirredAt;
    }

    /** Has all streams drop what is too old. By whoever holds the send path. */
    public void expire(long now) {
        for (RepairableStream stream : streams.all()) {
            stream.expire(now);
        }
    }

    /** Of how many nodes and types it is known what they have asked for. */
    int asked() {
        return asked.size();
    }
}
