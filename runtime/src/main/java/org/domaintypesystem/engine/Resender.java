package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.Objects;
import org.domaintypesystem.engine.RepairRequests.Request;
import org.jspecify.annotations.Nullable;

/**
 * Sends again what was asked for: a few datagrams in a row, that receivers keep up with, and each once for all who miss it.
 * Belongs to whoever holds the send path, but for {@link #isAsked}.
 */
public final class Resender {
    /** How many datagrams leave in a row, and how long the next ones rest then, in nanoseconds. */
    public static final int BURST = 16;

    public static final long REST = 50_000;

    /** How many datagrams leave for one NAK at most, and how many are looked at. */
    static final int MAX_DATAGRAMS = 128;

    static final int MAX_LOOKS = 1024;

    /** How many datagrams are looked at in a row. */
    private static final int MAX_LOOKS_IN_A_ROW = 4096;

    /** In nanoseconds: what was sent again does not leave once more so soon after. */
    static final long RESPITE = 10_000_000;

    /** Where datagrams go. */
    public interface Output {
        /**
         * Sends some bytes.
         *
         * @return whether they left
         */
        boolean send(byte[] bytes, int offset, int length, SocketAddress destination);
    }

    private final RepairRequests requests = new RepairRequests();
    private final Counters counters;
    private @Nullable Output output;

    /** The request that is being worked off, and the datagram that is next in it. */
    private @Nullable Request current;

    private long next;

    /** The NAK that it is of, and what has been done for that. */
    private long nak;

    private int sentForNak;
    private int looksForNak;

    /** Of the burst. */
    private int sent;

    private int looks;
    private boolean hasSent;
    private long sentAt;

    public Resender(Counters counters) {
        this.counters = counters;
    }

    RepairRequests requests() {
        return requests;
    }

    /** Whether something is to be sent again. For any thread. */
    public boolean isAsked() {
        return !requests.isEmpty();
    }

    /** Sends again what is due, up to a burst, if the rest after the one before is over. */
    public void burst(Output to, long now) {
        if (hasSent && now - sentAt < REST) {
            return;
        }
        output = to;
        sent = 0;
        looks = 0;
        Request request = requests.peek();
        while (request != null && mayGoOn()) {
            if (current == null) {
                begin(request);
            }
            if (workOff(request, now)) {
                current = null;
                requests.remove();
            }
            request = requests.peek();
        }
        if (sent > 0) {
            hasSent = true;
            sentAt = now;
        }
    }

    private boolean mayGoOn() {
        return sent < BURST && looks < MAX_LOOKS_IN_A_ROW;
    }

    private void begin(Request request) {
        current = request;
        if (request.nak != nak) {
            nak = request.nak;
            sentForNak = 0;
            looksForNak = 0;
        }
        SentDatagrams datagrams = streamOf(request).datagrams;
        next = datagrams.find(request.first);
        if (request.firstPart > 0) {
            next += Math.min(request.firstPart, datagrams.end() - next);
        }
    }

    /** Whether nothing is left of it. */
    private boolean workOff(Request request, long now) {
        RepairableStream stream = streamOf(request);
        next = Math.max(next, stream.datagrams.oldest());
        while (isOf(request, stream.datagrams) && sentForNak < MAX_DATAGRAMS && looksForNak < MAX_LOOKS) {
            if (!mayGoOn()) {
                return false;
            }
            looks++;
            looksForNak++;
            if (!stream.datagrams.isRepeatedWithin(RESPITE, next, now) && !repair(stream, request, now)) {
                return true;
            }
            next++;
        }
        return true;
    }

    private boolean isOf(Request request, SentDatagrams datagrams) {
        if (next >= datagrams.end() || datagrams.first(next) >= request.first + request.count) {
            return false;
        }
        return !request.isOfParts || isAmong(datagrams.part(next), request);
    }

    private static boolean isAmong(int part, Request request) {
        return part >= request.firstPart && part - request.firstPart < request.parts;
    }

    /** Sends the next datagram again; false if that is not possible. */
    private boolean repair(RepairableStream stream, Request request, long now) {
        SentDatagrams datagrams = stream.datagrams;
        int length = datagrams.length(next);
        SocketAddress source = Objects.requireNonNull(request.source);
        if (!stream.budget.take(source, length, stream.sentBytes(), datagrams.bytes(), now)
                || !Objects.requireNonNull(output)
                        .send(datagrams.bytes(next), datagrams.offset(next), length, stream.group)) {
            counters.increment(Counter.REPAIRS_REFUSED);
            return false;
        }
        counters.increment(Counter.REPAIRS_SENT);
        datagrams.repeated(next, now);
        stream.countRepair();
        sent++;
        sentForNak++;
        return true;
    }

    private static RepairableStream streamOf(Request request) {
        return Objects.requireNonNull(request.stream);
    }
}
