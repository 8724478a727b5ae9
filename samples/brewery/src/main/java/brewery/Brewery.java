package brewery;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.domaintypesystem.Dts;

/**
 * Runs a shift: starts the programs, says when it ends, and finds out whether every message arrived. It does not stand
 * between the programs: what they share, they share with each other.
 */
final class Brewery {
    static final int ALL_ARRIVED = 0;
    static final int SOME_LOST = 1;
    static final int FAILED = 2;

    private static final List<String> STATIONS = List.of("logger", "dashboard");
    private static final int WORDS_PER_SECOND = 10;

    /** How long starting and ending may take on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long messages may be on their way. What has not arrived then is lost. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    /** If some of them get lost, and have to be sent again. */
    private static final Duration REPAIRING = Duration.ofSeconds(15);

    private final Plan plan;
    private final PrintStream out;
    private final PrintStream err;

    Brewery(Plan plan, PrintStream out, PrintStream err) {
        this.plan = plan;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        // Whoever started the brewery, Maven for one, may be killed and leave it behind.
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(FAILED)));
        Path directory = Path.of(args.length > 0 ? args[0] : "target/brewery");
        System.exit(new Brewery(Plan.demo(directory), System.out, System.err).run());
    }

    /**
     * Runs the shift.
     *
     * @return exit code, 0 only if every message arrived at every station
     */
    int run() throws IOException, InterruptedException {
        clear(Files.createDirectories(plan.directory()));
        try (Dts dts = plan.site().join("brewery");
                Programs programs = new Programs(plan.site(), plan.directory(), limit())) {
            return new Run(dts, programs).run();
        } catch (Failure failure) {
            err.println("The shift failed: " + failure.getMessage());
            return FAILED;
        }
    }

    /** Files of an earlier shift would look like those of this one. */
    private static void clear(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.{csv,log}")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** Longer than all the waiting that a shift may consist of. */
    private Duration limit() {
        return plan.duration().plus(PATIENCE.multipliedBy(4));
    }

    /** One shift under way. */
    private final class Run {
        private final ShiftPublisher shift;
        private final BrewPublisher brews;
        private final Reports reports;
        private final Programs programs;
        private final AtomicBoolean isPlaceTaken = new AtomicBoolean();
        private final int sensors = plan.sensors().size() + plan.latecomers().size();
        private ShiftPhase phase = ShiftPhase.RUNNING;
        private String news = "";
        private long endNanos = System.nanoTime() + plan.duration().toNanos();

        Run(Dts dts, Programs programs) {
            this.shift = new ShiftPublisher(dts);
            this.brews = new BrewPublisher(dts);
            this.reports = Reports.listen(dts);
            this.programs = programs;
            ShiftListener.subscribe(dts, (message, info) -> {
                if (info.sender() != dts.sender()) {
                    isPlaceTaken.set(true);
                }
            });
        }

        int run() throws Failure, InterruptedException {
            listenForOthers();
            startStations();
            brews.publish(new Brew("fermenter", "junmai"));
            runSensors();
            boolean hasAllArrived = endShift();
            goHome();
            requireFieldsByName();

            out.println("Shift over. Files are in " + plan.directory());
            if (plan.site().loss() > 0) {
                out.printf(
                        Locale.ROOT,
                        "Of all datagrams, %.0f %% got lost on their way to each program.%n",
                        plan.site().loss() * 100);
            }
            reports.summary(STATIONS).forEach(out::println);
            if (hasAllArrived) {
                out.println("Every message arrived.");
                return ALL_ARRIVED;
            }
            out.flush();
            err.println("Messages were lost.");
            return SOME_LOST;
        }

        /** Two breweries in one place would end each other's shifts. */
        private void listenForOthers() throws Failure, InterruptedException {
            Pace pace = new Pace(WORDS_PER_SECOND);
            for (int words = 0; words < 5; words++) {
                pace.await();
            }
            requireNoOther();
        }

        private void requireNoOther() throws Failure {
            if (isPlaceTaken.get()) {
                throw new Failure(
                        "there is another brewery on port " + plan.site().port());
            }
        }

        private void startStations() throws Failure, InterruptedException {
            programs.start(Program.of(DataLogger.class));
            if (plan.isOnScreen()) {
                programs.startOnScreen(Program.of(Dashboard.class));
            } else {
                programs.start(Program.of(Dashboard.class));
            }
            await("the logger and the dashboard to listen", PATIENCE, () -> reports.areStationsReady(STATIONS));
        }

        private void runSensors() throws Failure, InterruptedException {
            endNanos = System.nanoTime() + plan.duration().toNanos();
            for (Program sensor : plan.sensors()) {
                programs.start(sensor);
            }
            // One after another: two JVMs that start at once are much for a small machine.
            long half = plan.duration().toNanos() / 2;
            long pause = half / Math.max(1, plan.latecomers().size());
            long nextNanos = endNanos - half;
            keepOnUntil(nextNanos - pause / 2);
            programs.start(Program.of(OfficeDashboard.class));
            news = "The office has a dashboard, too.";
            for (Program latecomer : plan.latecomers()) {
                keepOnUntil(nextNanos);
                programs.start(latecomer);
                news = "Plugged in: " + latecomer.name();
                nextNanos += pause;
            }
            keepOnUntil(endNanos);
            await(
                    "the office to hear what was said before it came",
                    PATIENCE,
                    () -> reports.hasHeard("office", "Brew"));
            await("every sensor to be heard", PATIENCE, () -> reports.sensorsHeard("logger") >= sensors);
        }

        private boolean endShift() throws Failure, InterruptedException {
            phase = ShiftPhase.ENDING;
            news = "Counting.";
            await("the sensors to say what they have sent", PATIENCE, () -> reports.sensors() == sensors);
            Duration longest = plan.site().loss() > 0 ? REPAIRING : SETTLING;
            long settled = System.nanoTime() + longest.toNanos();
            await(
                    "messages to settle",
                    PATIENCE,
                    () -> reports.hasEverythingArrived(STATIONS) || System.nanoTime() - settled > 0);
            return reports.hasEverythingArrived(STATIONS);
        }

        private void goHome() throws Failure, InterruptedException {
            phase = ShiftPhase.OVER;
            news = "Shift over.";
            await("the programs to end", PATIENCE, programs::haveAllEnded);
            programs.requireNoneFailed();
        }

        /** What the logger was not compiled with, it has been told in time to record some of it by its fields. */
        private void requireFieldsByName() throws Failure {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(plan.directory(), "*" + UnknownTypes.BYTES)) {
                for (Path file : files) {
                    String type = file.getFileName().toString().replace(UnknownTypes.BYTES, "");
                    if (!Files.exists(file.resolveSibling(type + ".csv"))) {
                        throw new Failure("nobody has told the logger what a " + type + " looks like");
                    }
                }
            } catch (IOException e) {
                throw new Failure("cannot look for files: " + e.getMessage());
            }
        }

        private void keepOnUntil(long nanos) throws Failure, InterruptedException {
            await("the end of the shift", plan.duration().plus(PATIENCE), () -> System.nanoTime() - nanos >= 0);
        }

        /** Says what the brewery is up to until something is so. */
        private void await(String what, Duration limit, BooleanSupplier isSo) throws Failure, InterruptedException {
            long deadline = System.nanoTime() + limit.toNanos();
            for (Pace pace = new Pace(WORDS_PER_SECOND); !isSo.getAsBoolean(); pace.await()) {
                requireNoOther();
                if (phase != ShiftPhase.OVER) {
                    programs.requireAllRunning();
                }
                if (System.nanoTime() - deadline > 0) {
                    throw new Failure("waited too long for " + what);
                }
                shift.publish(phase, secondsLeft(), news);
            }
        }

        private int secondsLeft() {
            return (int) Math.max(0, Math.round((endNanos - System.nanoTime()) / 1e9));
        }
    }
}
