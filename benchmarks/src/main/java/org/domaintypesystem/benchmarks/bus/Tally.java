package org.domaintypesystem.benchmarks.bus;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Counts what arrives, and by the numbers of the messages what did not: from some time after the first one on, for a
 * while. Messages that come twice, or behind later ones of their sender, do not count.
 */
final class Tally implements Contender.Sink {
    /** Looking at the clock takes as long as some messages do. */
    private static final int LOOK_EVERY = 64;

    private enum State {
        WARMING_UP,
        COUNTING,
        DONE
    }

    private final long warmUpNanos;
    private final long nanos;
    private final long[] last = new long[Bus.MAX_THREADS];
    private final long[] lastBefore = new long[Bus.MAX_THREADS];
    private final CompletableFuture<Throughput> result = new CompletableFuture<>();
    private State state = State.WARMING_UP;
    private long start;
    private long messages;
    private long received;

    Tally(long warmUpNanos, long nanos) {
        this.warmUpNanos = warmUpNanos;
        this.nanos = nanos;
        Arrays.fill(last, -1);
    }

    Future<Throughput> result() {
        return result;
    }

    @Override
    public void message(int source, long sequence) {
        if (sequence > last[source]) {
            last[source] = sequence;
            received++;
        }
        if (messages++ % LOOK_EVERY == 0) {
            look(System.nanoTime());
        }
    }

    private void look(long now) {
        if (messages == 1) {
            start = now;
        }
        if (state == State.WARMING_UP && now - start >= warmUpNanos) {
            System.arraycopy(last, 0, lastBefore, 0, last.length);
            received = 0;
            start = now;
            state = State.COUNTING;
        } else if (state == State.COUNTING && now - start >= nanos) {
            result.complete(Throughput.of(received, sent(), now - start));
            state = State.DONE;
        }
    }

    private long sent() {
        return Arrays.stream(last).sum() - Arrays.stream(lastBefore).sum();
    }
}
