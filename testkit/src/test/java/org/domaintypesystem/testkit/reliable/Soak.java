package org.domaintypesystem.testkit.reliable;

import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reliable messages for as long as one likes: two publishers and two listeners, each a process of its own, on the loopback
 * interface, that lose a share of all datagrams. Content, order and memory are looked at.
 */
final class Soak implements AutoCloseable {
    /** Of both together 1.8 MB a second. */
    private static final Flow.Load LOAD = new Flow.Load(4000, 100, 1000, 500_000);

    static final double USUAL_LOSS = 0.05;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OVERTIME = Duration.ofMinutes(3);
    private static final int SAMPLES = 60;
    private static final int LEAST_RETENTION = 4;
    private static final int MOST_RETENTION = 30;
    private static final long PAUSE = 20_000_000;

    private final long seed;
    private final Duration duration;
    private final double loss;
    private final PrintStream out;
    private final List<SoakProcess> publishers = new ArrayList<>();
    private final List<SoakProcess> listeners = new ArrayList<>();
    private final List<SoakProcess> all = new CopyOnWriteArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private long begin;

    /**
     * Prepares one.
     *
     * @param loss the share of datagrams that each listener loses
     */
    Soak(long seed, Duration duration, double loss, PrintStream out) {
        this.seed = seed;
        this.duration = duration;
        this.loss = loss;
        this.out = out;
    }

    /**
     * Arguments: a seed; a duration such as {@code PT1H}; a loss such as {@code 0.1}, if it is not the usual one. The exit code is 0
     * if nothing was lost and memory did not grow.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seed = Long.parseLong(arguments[0]);
        Duration duration = Duration.parse(arguments[1]);
        double loss = arguments.length > 2 ? Double.parseDouble(arguments[2]) : USUAL_LOSS;
        try (Soak soak = new Soak(seed, duration, loss, System.out)) {
            System.exit(soak.run().isEmpty() ? 0 : 1);
        }
    }

    /** Runs it; what was not as it should be. */
    List<String> run() throws IOException, InterruptedException {
        // Whoever waits for a process that stands still hears of its end.
        CompletableFuture.delayedExecutor(duration.plus(OVERTIME).toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::close);
        start();
        out.println(SoakTable.header(all));
        begin = System.nanoTime();
        for (SoakProcess publisher : publishers) {
            publisher.ask("flow %d %d %d %d".formatted(LOAD.perSecond(), LOAD.size(), LOAD.pause(), LOAD.largeSize()));
        }
        Duration period = Duration.ofNanos(Math.max(1_000_000_000, duration.toNanos() / SAMPLES));
        for (Duration at = period; at.compareTo(duration) <= 0 && faults.isEmpty(); at = at.plus(period)) {
            LockSupport.parkNanos(begin + at.toNanos() - System.nanoTime());
            sample();
        }
        for (SoakProcess publisher : publishers) {
            account(publisher, Long.parseLong(publisher.ask("stop")));
        }
        sample();
        for (SoakProcess process : all) {
            process.leave();
        }
        Growth growth = new Growth(all, (int) (retention().toNanos() / period.toNanos()) + 1);
        faults.addAll(growth.faults());
        out.println();
        out.println(SoakTable.summary(seed, duration, loss, all));
        out.println();
        out.println(growth.table());
        out.println();
        out.println(faults.isEmpty() ? "Nothing was lost, and memory did not grow." : String.join("\n", faults));
        return faults;
    }

    private void start() throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-Ddts.port=" + freePort(),
                "-Ddts.retention-time=" + retention().toMillis() + "ms"));
        for (String name : List.of("publisher-1", "publisher-2")) {
            publishers.add(add(name, options));
        }
        options.addAll(List.of("-Ddts.loss=" + loss, "-Ddts.seed=" + seed));
        for (String name : List.of("listener-1", "listener-2")) {
            listeners.add(add(name, options));
        }
        for (SoakProcess publisher : publishers) {
            for (SoakProcess listener : listeners) {
                begin(publisher, listener);
            }
        }
    }

    private SoakProcess add(String name, List<String> options) throws IOException {
        SoakProcess process = new SoakProcess(name, options);
        all.add(process);
        return process;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket free = new DatagramSocket()) {
            return free.getLocalPort();
        }
    }

    /** Short enough for what is kept to be all that it will be while a good part of the time is still to come. */
    private Duration retention() {
        long tenth = duration.toSeconds() / 10;
        return Duration.ofSeconds(Math.max(LEAST_RETENTION, Math.min(tenth, MOST_RETENTION)));
    }

    /** Publishes until it is heard: from then on nothing may get lost. */
    private static void begin(SoakProcess publisher, SoakProcess listener) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (listener.last(publisher) == 0) {
            if (System.nanoTime() - deadline > 0) {
                throw new IOException(listener + " does not hear " + publisher);
            }
            publisher.ask("begin");
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void sample() throws IOException {
        for (SoakProcess process : all) {
            process.sample();
        }
        out.println(SoakTable.row(Duration.ofNanos(System.nanoTime() - begin), all));
        for (SoakProcess listener : listeners) {
            if (listener.latest().amiss() > 0) {
                for (SoakProcess publisher : publishers) {
                    faults.add("%s has of %s %s".formatted(listener, publisher, listener.account(publisher)));
                }
            }
        }
    }

    /** Waits until all has been heard. */
    private void account(SoakProcess publisher, long last) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (SoakProcess listener : listeners) {
            while (listener.last(publisher) < last && System.nanoTime() - deadline < 0) {
                LockSupport.parkNanos(PAUSE);
            }
            String account = listener.account(publisher);
            if (!account.matches("\\d+-" + last)) {
                faults.add("%s has of %s, which published %d: %s".formatted(listener, publisher, last, account));
            }
        }
    }

    @Override
    public void close() {
        all.forEach(SoakProcess::close);
    }
}
