package org.domaintypesystem.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.domaintypesystem.benchmarks.Benchmarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final List<String> NAMES =
            Benchmarks.chapters().stream().map(Chapter::name).toList();

    @TempDir
    Path folder;

    @Test
    void everyChapterHasItsPlaceAndItsText() throws Exception {
        for (Chapter chapter : Benchmarks.chapters()) {
            write(chapter);
        }
        new Report(Benchmarks.chapters(), folder).write();
        assertThat(page())
                .doesNotContain("{{", "Not measured yet", "${")
                .contains("| encode | sensor | dts | sbe | 1.20× | – | not measured |")
                .contains("* the network was down")
                .contains("Fory 1.")
                .contains("processors");
        try (Stream<Path> files = Files.list(folder.resolve("performance"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".svg")))
                    .allSatisfy(file -> assertThat(page()).contains("(performance/" + file.getFileName() + ")"))
                    .hasSizeGreaterThan(NAMES.size());
        }
    }

    private void write(Chapter chapter) throws Exception {
        Figures figures = new Figures();
        figures.add("encode", "sensor", "sbe", "ns", 20);
        figures.fault("the network was down");
        new Measured(chapter.name(), Effort.FULL, "2026-01-31", 7, Machine.here(), figures.all(), figures.faults())
                .write(folder.resolve("performance"));
    }

    @Test
    void whatWasNotMeasuredIsMissingAndSaysHowToGetIt() throws Exception {
        new Report(Benchmarks.chapters(), folder).write();
        assertThat(page()).contains("Not measured yet: `java -jar benchmarks/target/benchmarks.jar report codec`.");
    }

    @Test
    void figuresAreReadAsTheyWereWritten() throws Exception {
        Figures figures = new Figures();
        figures.add("encode", "sensor", "dts", "ns", 12.25);
        figures.add("encode", "sensor", "dts", "ns", 0.5);
        Measured measured = new Measured(
                "codec",
                Effort.QUICK,
                "2026-01-31",
                7,
                new Machine("p", 2, 3, "s", "j", Map.of("SBE", "1")),
                figures.all(),
                List.of("none"));
        measured.write(folder);
        assertThat(Measured.read(folder, "codec")).contains(measured);
        assertThat(Measured.read(folder, "bus")).isEmpty();
    }

    @Test
    void theCommandChoosesChapters() {
        assertThat(command().measured()).hasSameSizeAs(NAMES);
        assertThat(command().folder()).isEqualTo(Path.of("docs"));
        assertThat(command("quick", "bus").measured()).extracting(Chapter::name).containsExactly("bus");
        assertThat(command("quick").folder()).isEqualTo(Path.of("benchmarks", "target", "report"));
        assertThat(command("quick").effort()).isEqualTo(Effort.QUICK);
        assertThat(command("write").measured()).isEmpty();
        assertThat(command("to", "here", "codec").folder()).isEqualTo(Path.of("here"));
    }

    @Test
    void theCommandSaysWhatThereIs() {
        assertThatThrownBy(() -> command("speed"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no 'speed'")
                .hasMessageContaining("[codec]");
    }

    private static ReportCommand command(String... words) {
        return ReportCommand.of(Arrays.asList(words), Benchmarks.chapters());
    }

    private String page() {
        try {
            return Files.readString(folder.resolve("performance.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
