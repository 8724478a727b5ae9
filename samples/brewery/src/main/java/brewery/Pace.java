package brewery;

import java.util.concurrent.TimeUnit;

/** Lets one thread do something so many times a second. */
final class Pace {
    private final long periodNanos;
    private long next = System.nanoTime();

    Pace(int perSecond) {
        periodNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Waits until it is time again. Who is late does not hurry to catch up. */
    void await() throws InterruptedException {
        long now = System.nanoTime();
        next = Math.max(next + periodNanos, now);
        TimeUnit.NANOSECONDS.sleep(next - now);
    }
}
