package org.domaintypesystem;

import java.net.InetAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.domaintypesystem.spi.Environment;
import org.domaintypesystem.spi.Transport;
import org.domaintypesystem.spi.TransportListener;

/** A node's world in one thread: time goes on when it is told to, workers run when they are, and what is sent is kept. */
final class FuzzedEnvironment implements Environment {
    static final int PORT = 5387;
    private static final int MOST_RUNS = 1000;

    /** What a node sends. */
    record Sent(byte[] bytes, SocketAddress destination) {}

    final List<Sent> sent = new ArrayList<>();
    private final List<FuzzedWorker> workers = new ArrayList<>();
    private final SplittableRandom random;
    private TransportListener listener;
    private boolean woken;
    private long now = 1_000_000_000_000L;
    private long due = now;

    FuzzedEnvironment(long seed) {
        this.random = new SplittableRandom(seed);
    }

    private final class FuzzedWorker implements Worker {
        private final Task task;
        private boolean awake;
        private boolean closed;

        FuzzedWorker(Task task) {
            this.task = task;
        }

        @Override
        public void wake() {
            awake = true;
        }

        @Override
        public void close() {
            closed = true;
        }

        boolean run() {
            boolean isDue = awake && !closed;
            awake = false;
            if (isDue) {
                task.run(() -> !closed);
            }
            return isDue;
        }
    }

    @Override
    public Transport open(String name, TransportListener takes) {
        listener = takes;
        return new Transport() {
            @Override
            public boolean send(ByteBuffer datagram, SocketAddress destination) {
                byte[] bytes = new byte[datagram.remaining()];
                datagram.get(bytes);
                sent.add(new Sent(bytes, destination));
                return true;
            }

            @Override
            public void join(InetAddress group) {}

            @Override
            public void leave(InetAddress group) {}

            @Override
            public void wake() {
                woken = true;
            }

            @Override
            public void close() {}
        };
    }

    /** Has the node receive a datagram. */
    void receive(byte[] datagram, SocketAddress source) {
        listener.datagram(datagram, datagram.length, source);
        work();
    }

    /** Lets time go on, from one thing that is due to the next. */
    void pass(long nanos) {
        long end = now + nanos;
        while (due < end) {
            now = Math.max(now, due);
            woken = true;
            work();
        }
        now = end;
        work();
    }

    private void work() {
        boolean isWorking = true;
        for (int run = 0; isWorking; run++) {
            if (run == MOST_RUNS) {
                throw new AssertionError("there is always something to do");
            }
            isWorking = woken;
            if (woken) {
                woken = false;
                long pause = listener.tick(now);
                if (pause <= 0) {
                    throw new AssertionError("a tick that is due at once");
                }
                due = pause == Long.MAX_VALUE ? pause : now + pause;
            }
            for (FuzzedWorker worker : List.copyOf(workers)) {
                isWorking |= worker.run();
            }
        }
    }

    @Override
    public Worker start(String name, Task task) {
        FuzzedWorker worker = new FuzzedWorker(task);
        workers.add(worker);
        return worker;
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public long epochNanos() {
        return now;
    }

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public long random() {
        return random.nextLong();
    }

    @Override
    public long pid() {
        return 1;
    }
}
