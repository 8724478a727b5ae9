package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.domaintypesystem.spi.TransportListener;

/** Receives from all sockets, on one thread that nothing ends but {@link #stop}. */
final class ReceiveLoop implements Runnable {
    /** What UDP can carry at most, so that nothing is ever cut. */
    private static final int LARGEST_DATAGRAM = 1 << 16;

    /** How many datagrams one socket may deliver before the others have their turn. */
    static final int TURN = 64;

    /** How many datagrams one socket may deliver before it ends; its buffer holds fewer. */
    private static final int LAST_TURN = 1 << 14;

    /** Nanoseconds to rest after a failure, which may be there to stay. */
    private static final long REST = 10_000_000;

    private static final int NANOS_PER_MILLI = 1_000_000;

    /** Nanoseconds after which the listener is asked again, even if it wanted to be left alone. */
    private static final long LONGEST_PAUSE = 3_600_000_000_000L;

    /** Nanoseconds between two looks at the interfaces. Nodes of one host rely on each other's: see {@link LinkPlan#GRACE}. */
    static final long LOOK_PAUSE = LinkPlan.GRACE / 2;

    /** If there is reason to look sooner. */
    private static final long SHORTEST_LOOK_PAUSE = 1_000_000_000;

    private final TransportListener listener;
    private final Runnable look;
    private final Selector selector;
    private final byte[] bytes = new byte[LARGEST_DATAGRAM];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private final Consumer<SelectionKey> drain = this::drain;
    private final Queue<DatagramChannel> retired = new ConcurrentLinkedQueue<>();

    /** Whether a socket may hold what had arrived before the last round over all of them began. */
    private boolean isBehind;

    /** All that had arrived by then has been handled; in nanoseconds. */
    private long readUpTo = System.nanoTime();

    private volatile boolean woken = true;
    private volatile boolean lookAsked;
    private volatile boolean stopped;

    /**
     * @param look looks at the interfaces; called on the receiving thread, now and then
     */
    ReceiveLoop(TransportListener listener, Runnable look) throws IOException {
        this.listener = listener;
        this.look = look;
        this.selector = Selector.open();
    }

    /** Takes a socket in; it receives at once. For any thread. */
    void add(DatagramChannel channel) throws IOException {
        try {
            channel.register(selector, SelectionKey.OP_READ);
        } catch (ClosedSelectorException e) {
            throw new IOException("the transport is closed", e);
        }
        selector.wakeup();
    }

    /** Has a socket closed once what it holds has been received, before anything from others. For any thread. */
    void retire(DatagramChannel channel) {
        retired.add(channel);
        selector.wakeup();
    }

    /** Has the thread close all sockets and end. For any thread; does not wait. */
    void stop() {
        stopped = true;
        selector.wakeup();
    }

    /** Has the listener's tick called soon. For any thread. */
    void wake() {
        woken = true;
        selector.wakeup();
    }

    /** Has the interfaces looked at soon. For any thread; cheap if it has been asked for already. */
    void lookSoon() {
        if (!lookAsked) {
            lookAsked = true;
            selector.wakeup();
        }
    }

    /** Closes everything, in place of {@link #run}. */
    void abandon() {
        close();
    }

    @Override
    public void run() {
        long due = System.nanoTime();
        long looked = due;
        while (!stopped) {
            try {
                if (lookDue(looked) - System.nanoTime() <= 0) {
                    lookAsked = false;
                    looked = System.nanoTime();
                    look.run();
                }
                if (woken || due - System.nanoTime() <= 0) {
                    woken = false;
                    round(0);
                    long pause = listener.tick(readUpTo);
                    due = System.nanoTime() + Math.min(pause, LONGEST_PAUSE);
                }
                long now = System.nanoTime();
                round(Math.min(due - now, lookDue(looked) - now));
            } catch (Throwable e) {
                failed("receiving", e);
                LockSupport.parkNanos(REST);
            }
            // An interrupt is not for this thread: it would keep it from ever sleeping again.
            Thread.interrupted();
        }
        close();
    }

    private long lookDue(long looked) {
        return looked + (lookAsked ? SHORTEST_LOOK_PAUSE : LOOK_PAUSE);
    }

    /** Gives each socket its turn; waits for the first datagram until there is something else to do. */
    private void round(long nanos) throws IOException {
        long begin = System.nanoTime();
        isBehind = false;
        for (DatagramChannel each = retired.poll(); each != null; each = retired.poll()) {
            receive(each, LAST_TURN);
            each.close();
        }
        // What the selector was woken for in one round may be for the next one.
        if (nanos > 0 && !woken && !stopped) {
            // Rounded up: 0 would mean for ever, and a tick that is called too early does nothing.
            selector.select(drain, (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
        } else {
            selector.selectNow(drain);
        }
        if (!isBehind) {
            readUpTo = begin;
        }
    }

    private void drain(SelectionKey key) {
        if (!receive((DatagramChannel) key.channel(), TURN)) {
            isBehind = true;
        }
    }

    /** Receives so many datagrams at most; whether no more are there. */
    private boolean receive(DatagramChannel channel, int turn) {
        for (int i = 0; i < turn && !stopped; i++) {
            buffer.clear();
            SocketAddress source;
            try {
                source = channel.receive(buffer);
                if (source == null) {
                    return true;
                }
            } catch (Throwable e) {
                if (channel.isOpen()) {
                    failed("receiving from a socket", e);
                    LockSupport.parkNanos(REST);
                }
                return !channel.isOpen();
            }
            try {
                listener.datagram(bytes, buffer.position(), source);
            } catch (Throwable e) {
                failed("handling a datagram", e);
            }
        }
        return false;
    }

    private void failed(String what, Throwable cause) {
        try {
            listener.failed(what, cause);
        } catch (Throwable e) {
            // Whoever cannot even be told of a failure does not end this thread either.
        }
    }

    private void close() {
        for (SelectionKey key : selector.keys()) {
            try {
                key.channel().close();
            } catch (IOException e) {
                failed("closing a receiving socket", e);
            }
        }
        try {
            selector.close();
        } catch (IOException e) {
            failed("closing the selector", e);
        }
    }
}
