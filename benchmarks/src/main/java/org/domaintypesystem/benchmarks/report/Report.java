package org.domaintypesystem.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Measures chapters and writes {@code performance.md} in a folder, with figures and charts in another one beside it. */
public final class Report {
    private static final String NAME = "performance";

    private final List<Chapter> chapters;
    private final Path folder;
    private final Path figures;

    public Report(List<Chapter> chapters, Path folder) {
        this.chapters = List.copyOf(chapters);
        this.folder = folder;
        this.figures = folder.resolve(NAME);
    }

    /** Takes the place of what a chapter found before. */
    public void measure(Chapter chapter, Effort effort) throws IOException {
        System.err.printf("measuring: %s%n", chapter.name());
        Instant start = Instant.now();
        Figures found = new Figures();
        chapter.measure(effort, found);
        new Measured(
                        chapter.name(),
                        effort,
                        LocalDate.now(ZoneOffset.UTC).toString(),
                        Duration.between(start, Instant.now()).toSeconds(),
                        Machine.here(),
                        found.all(),
                        found.faults())
                .write(figures);
    }

    /** Writes what there is of all chapters, whenever it was measured. */
    public void write() throws IOException {
        Files.createDirectories(figures);
        Map<String, String> contents = new HashMap<>();
        for (Chapter chapter : chapters) {
            contents.put(chapter.name(), text(chapter));
        }
        Path file = folder.resolve(NAME + ".md");
        Files.writeString(file, Template.resource(Report.class, NAME + ".md").with(contents) + "\n");
        System.err.printf("written: %s%n", file);
    }

    private String text(Chapter chapter) throws IOException {
        Optional<Measured> measured = Measured.read(figures, chapter.name());
        return measured.isEmpty()
                ? "Not measured yet: `java -jar benchmarks/target/benchmarks.jar report %s`.".formatted(chapter.name())
                : text(chapter, measured.get());
    }

    private String text(Chapter chapter, Measured measured) throws IOException {
        Figures found = Figures.of(measured.figures(), measured.faults());
        Map<String, String> contents = new HashMap<>(chapter.tables(found));
        for (Map.Entry<String, BarChart> chart : chapter.charts(found).entrySet()) {
            String file = chart.getKey() + ".svg";
            Files.writeString(figures.resolve(file), chart.getValue().svg());
            contents.put(
                    "chart " + chart.getKey(),
                    "![%s](%s/%s)".formatted(chart.getValue().title(), NAME, file));
        }
        contents.put("targets", targets(chapter, found));
        contents.put("command", "`%s`".formatted(chapter.command(measured.effort())));
        contents.put("machine", machine(measured));
        contents.put("faults", faults(found));
        return Template.resource(chapter.getClass(), chapter.name() + ".md").with(contents);
    }

    private static String targets(Chapter chapter, Figures found) {
        return chapter.targets().isEmpty()
                ? "Nothing is asked of these figures yet."
                : TargetTable.of(chapter.targets(), found);
    }

    private static String machine(Measured measured) {
        return "Measured on %s in %d seconds%s: %s"
                .formatted(
                        measured.day(),
                        measured.seconds(),
                        measured.effort() == Effort.QUICK ? ", a first impression only" : "",
                        measured.machine());
    }

    private static String faults(Figures found) {
        return found.faults().isEmpty()
                ? "Everything that was to be measured was."
                : "What could not be measured:\n\n* " + String.join("\n* ", found.faults());
    }

    /** What was asked for and what was reached, of all chapters, for a log. */
    public String summary() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Chapter chapter : chapters) {
            Optional<Measured> measured = Measured.read(figures, chapter.name());
            if (measured.isPresent() && !chapter.targets().isEmpty()) {
                text.append(chapter.name()).append(":\n\n");
                Figures found =
                        Figures.of(measured.get().figures(), measured.get().faults());
                text.append(TargetTable.of(chapter.targets(), found)).append('\n');
            }
        }
        return text.toString();
    }
}
