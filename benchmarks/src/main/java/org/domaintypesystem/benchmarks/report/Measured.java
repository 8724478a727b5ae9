package org.domaintypesystem.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one run of a chapter has found, as it is kept in a file.
 *
 * @param chapter its name
 * @param day when it was, as in 2026-01-31
 * @param seconds how long it took
 * @param faults what could not be measured
 */
public record Measured(
        String chapter,
        Effort effort,
        String day,
        long seconds,
        Machine machine,
        List<Figure> figures,
        List<String> faults) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    public Measured {
        figures = List.copyOf(figures);
        faults = List.copyOf(faults);
    }

    /** That of the chapter, if there is any. */
    static Optional<Measured> read(Path folder, String chapter) throws IOException {
        Path file = file(folder, chapter);
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), Measured.class)) : Optional.empty();
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(file(folder, chapter), JSON.writeValueAsString(this) + "\n");
    }

    private static Path file(Path folder, String chapter) {
        return folder.resolve(chapter + ".json");
    }
}
