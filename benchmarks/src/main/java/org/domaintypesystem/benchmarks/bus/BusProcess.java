package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * What each of the processes does that {@link BusBenchmark} starts. Prints that it is ready, or what it has measured, as one
 * line of words, and ends when its input does: at the latest with the process that started it.
 */
final class BusProcess {
    /** How many messages a sender is given at once. */
    private static final int BURST = 1000;

    /** What a process does. */
    enum Role {
        PUBLISH,
        LISTEN,
        PING,
        ECHO
    }

    private final Contender contender;
    private final Topic topic;
    private final long warmUpNanos;
    private final long nanos;

    private BusProcess(Contender contender, Topic topic, long warmUpNanos, long nanos) {
        this.contender = contender;
        this.topic = topic;
        this.warmUpNanos = warmUpNanos;
        this.nanos = nanos;
    }

    /** Takes what {@link Children} hand over. */
    public static void main(String[] arguments) {
        new Thread(BusProcess::endWithInput).start();
        try {
            Bus bus = Bus.valueOf(arguments[1]);
            Contender contender = bus.open(Integer.parseInt(arguments[3]), Path.of(arguments[4]));
            BusProcess process = new BusProcess(
                    contender,
                    Topic.valueOf(arguments[2]),
                    TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[5])),
                    TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[6])));
            switch (Role.valueOf(arguments[0])) {
                case PUBLISH -> process.publish(bus.threads);
                case LISTEN -> process.listen();
                case PING -> process.ping();
                case ECHO -> process.echo();
            }
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException e) {
            fail(e);
        }
    }

    private static void endWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // An end, too.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void fail(Exception e) {
        e.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    private void publish(int threads) {
        for (int source = 0; source < threads; source++) {
            int number = source;
            new Thread(() -> publishForever(number)).start();
        }
    }

    private void publishForever(int source) {
        try {
            Contender.Sender sender = contender.sender(topic);
            for (long first = 0; ; first += BURST) {
                sender.send(source, first, BURST);
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    private void listen() throws IOException, InterruptedException, ExecutionException {
        Tally tally = new Tally(warmUpNanos, nanos);
        contender.listen(topic, tally);
        System.out.println("ready");
        Throughput result = tally.result().get();
        System.out.println(result.perSecond() + " " + result.lossPercent());
    }

    private void ping() throws IOException {
        RoundTrips roundTrips = new RoundTrips(contender.sender(topic));
        contender.listen(Topic.ECHO, roundTrips);
        RoundTripTimes result = roundTrips.measure(warmUpNanos, nanos);
        System.out.println(result.median() + " " + result.most());
    }

    private void echo() throws IOException {
        Contender.Sender sender = contender.sender(Topic.ECHO);
        contender.listen(topic, (source, sequence) -> {
            try {
                sender.send(source, sequence, 1);
            } catch (IOException e) {
                fail(e);
            }
        });
        System.out.println("ready");
    }
}
