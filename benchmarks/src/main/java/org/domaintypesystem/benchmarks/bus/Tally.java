package org.domaintypesystem.benchmarks.bus;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

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
    private final int lookEvery;
    private final Runnable onCounting;
    private final long[] last = new long[Bus.MAX_THREADS];
    private final long[] lastBefore = new long[Bus.MAX_THREADS];
    private final CompletableFuture<Throughput> result = new CompletableFuture<>();
    private State state = State.WARMING_UP;
    private Usage before = new Usage(0, 0);
    private long start;
    private long messages;
    private long received;

    /**
     * @param isSeldom whether messages are so few that each of them looks at the clock
     * @param onCounting told when the warm-up is over, on the thread that listens
     */
    Tally(long warmUpNanos, long nanos, boolean isSeldom, Runnable onCounting) {
        this.warmUpNanos = warmUpNanos;
        this.nanos = nanos;
        this.lookEvery = isSeldom ? 1 : LOOK_EVERY;
        this.onCounting = onCounting;
        Arrays.fill(last, -1);
    }

    CompletableFuture<Throughput> result() {
        return result;
    }

    @Override
    public void message(int source, long sequence) {
        if (sequence > last[source]) {
            last[source] = sequence;
            received++;
        }
        if (messages++ % lookEvery == 0) {
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
            state = State.COUNTING;
            onCounting.run();
            before = Usage.now();
            start = System.nanoTime();
        } else if (state == State.COUNTING && now - start >= nanos) {
            result.complete(
                    new Throughput(received, sent(), now - start, Usage.now().since(before)));
            state = State.DONE;
        }
    }

    private long sent() {
        return Arrays.stream(last).sum() - Arrays.stream(lastBefore).sum();
    }
}
