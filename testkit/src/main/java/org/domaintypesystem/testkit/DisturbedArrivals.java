package org.domaintypesystem.testkit;

import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Queue;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;
import org.jspecify.annotations.Nullable;

/** Loses some of what comes in, and hands some on later. Datagrams and ticks are for the receiving thread. */
final class DisturbedArrivals implements TransportListener {
    /** Behind how many others a datagram comes at most. */
    private static final int MOST_OVERTAKING = 16;

    /** Nanoseconds after which it comes, even if there are no others. */
    private static final long LONGEST_DELAY = 3_000_000;

    private static final class Held {
        final byte[] bytes;
        final SocketAddress source;
        final long since;
        long overtaking;

        Held(byte[] bytes, SocketAddress source, long since, long overtaking) {
            this.bytes = bytes;
            this.source = source;
            this.since = since;
            this.overtaking = overtaking;
        }
    }

    private final TransportListener listener;
    private final Interference interference;
    private final Chance chance;
    private final Environment environment;

    /** In order of arrival. */
    private final Queue<Held> held = new ArrayDeque<>();

    private volatile @Nullable Transport transport;

    DisturbedArrivals(TransportListener listener, Interference interference, Chance chance, Environment environment) {
        this.listener = listener;
        this.interference = interference;
        this.chance = chance;
        this.environment = environment;
    }

    void opened(Transport opened) {
        transport = opened;
    }

    @Override
    public void datagram(byte[] buffer, int length, SocketAddress source) {
        if (chance.happens(interference.loss())) {
            interference.lost.increment();
        } else if (chance.happens(interference.reordering())) {
            interference.delayed.increment();
            hold(buffer, length, source);
            return;
        } else {
            boolean comesTwice = chance.happens(interference.duplication());
            if (comesTwice) {
                interference.duplicated.increment();
                hold(buffer, length, source);
            }
            listener.datagram(buffer, length, source);
        }
        handOnOvertaken();
    }

    private void hold(byte[] buffer, int length, SocketAddress source) {
        held.add(new Held(
                Arrays.copyOf(buffer, length), source, environment.nanoTime(), chance.between(1, MOST_OVERTAKING)));
        Transport opened = transport;
        if (opened != null) {
            opened.wake();
        }
    }

    private void handOnOvertaken() {
        for (Iterator<Held> each = held.iterator(); each.hasNext(); ) {
            Held datagram = each.next();
            datagram.overtaking--;
            if (datagram.overtaking < 0) {
                each.remove();
                handOn(datagram);
            }
        }
    }

    private void handOn(Held datagram) {
        listener.datagram(datagram.bytes, datagram.bytes.length, datagram.source);
    }

    /** What is held has not been handed over. */
    @Override
    public long tick(long readUpTo) {
        long now = environment.nanoTime();
        Held first = held.peek();
        while (first != null && now - first.since >= LONGEST_DELAY) {
            held.remove();
            handOn(first);
            first = held.peek();
        }
        if (first == null) {
            return listener.tick(readUpTo);
        }
        long before = first.since - 1;
        long pause = listener.tick(before - readUpTo < 0 ? before : readUpTo);
        return Math.min(pause, first.since + LONGEST_DELAY - now);
    }

    @Override
    public void failed(String what, Throwable cause) {
        listener.failed(what, cause);
    }

    @Override
    public void warned(String what) {
        listener.warned(what);
    }

    @Override
    public void changed(String what, boolean isFurther) {
        listener.changed(what, isFurther);
    }
}
