package org.domaintypesystem.benchmarks.bus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Scanner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/**
 * What each of the processes does that {@link Children} start. Prints that it is ready, or what it has measured, as words; a
 * sender also says what it has done so far for every line that comes in. Ends when its input does: at the latest with the
 * process that started it.
 */
final class BusProcess {
    private static final String READY = "ready";
    /** For the other process to start, and for a message to come where most get lost. */
    private static final long PATIENCE_MILLIS = 15_000;

    /** What a process does. */
    enum Role {
        PUBLISH,
        LISTEN,
        PING,
        ECHO
    }

    private final Contender contender;
    private final Trial trial;
    private final LongAdder sent = new LongAdder();

    private BusProcess(Contender contender, Trial trial) {
        this.contender = contender;
        this.trial = trial;
    }

    /** Takes what {@link Children} hand over: a role, a port, a folder and a trial. */
    public static void main(String[] arguments) {
        try {
            Trial trial = Trial.read(Arrays.asList(arguments).subList(3, arguments.length));
            Contender contender = trial.bus().open(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
            BusProcess process = new BusProcess(contender, trial);
            new Thread(process::answerUntilInputEnds).start();
            switch (Role.valueOf(arguments[0])) {
                case PUBLISH -> process.publish();
                case LISTEN -> process.listen();
                case PING -> process.ping();
                case ECHO -> process.echo();
            }
        } catch (IOException | InterruptedException | ExecutionException | RuntimeException e) {
            fail(e);
        }
    }

    private void answerUntilInputEnds() {
        Scanner input = new Scanner(System.in, StandardCharsets.UTF_8);
        while (input.hasNextLine()) {
            input.nextLine();
            System.out.println(new Sent(sent.sum(), Usage.now()).words());
        }
        Runtime.getRuntime().halt(0);
    }

    private static void fail(Exception e) {
        e.printStackTrace();
        Runtime.getRuntime().halt(1);
    }

    private void publish() {
        for (int source = 0; source < trial.bus().threads; source++) {
            int number = source;
            new Thread(() -> publishForever(number)).start();
        }
    }

    private void publishForever(int source) {
        try {
            Contender.Sender sender = contender.sender(trial.topic());
            Pace pace = new Pace(trial.perSecond() / trial.bus().threads);
            int burst = pace.burst(trial.topic().burst());
            for (long first = 0; ; first += burst) {
                pace.await(first);
                sender.send(source, first, burst);
                sent.add(burst);
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    private void listen() throws IOException, InterruptedException, ExecutionException {
        Tally tally = new Tally(
                TimeUnit.MILLISECONDS.toNanos(trial.warmUpMillis()),
                TimeUnit.MILLISECONDS.toNanos(trial.millis()),
                trial.topic().isLarge(),
                () -> System.out.println("counting"));
        contender.listen(trial.topic(), tally);
        System.out.println(READY);
        System.out.println("done " + measured(tally).words());
    }

    private Throughput measured(Tally tally) throws InterruptedException, ExecutionException {
        long longest = trial.warmUpMillis() + trial.millis() + PATIENCE_MILLIS;
        try {
            return tally.result().get(longest, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Throughput.NOTHING;
        }
    }

    private void ping() throws IOException {
        RoundTrips roundTrips = new RoundTrips(contender.sender(trial.topic()));
        contender.listen(Topic.ECHO, roundTrips);
        RoundTripTimes times = roundTrips.measure(
                TimeUnit.MILLISECONDS.toNanos(trial.warmUpMillis()), TimeUnit.MILLISECONDS.toNanos(trial.millis()));
        System.out.println(times.words());
    }

    private void echo() throws IOException {
        Contender.Sender sender = contender.sender(Topic.ECHO);
        contender.listen(trial.topic(), (source, sequence) -> {
            try {
                sender.send(source, sequence, 1);
            } catch (IOException e) {
                fail(e);
            }
        });
        System.out.println(READY);
    }
}
