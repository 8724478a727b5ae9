package org.domaintypesystem.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person asks for: {@code [quick] [chapter …] [to FOLDER]}, or {@code write [to FOLDER]} to write again what was
 * measured before.
 *
 * @param measured the chapters to measure
 */
public record ReportCommand(Effort effort, List<Chapter> measured, Path folder) {
    /** In the project, from whose folder the command is run. */
    private static final Path DOCS = Path.of("docs");

    private static final Path SCRATCH = Path.of("benchmarks", "target", "report");

    /**
     * All chapters if none is named; for the project's documentation if it is no quick one and nothing else is said.
     *
     * @throws IllegalArgumentException with what there is, if it makes no sense
     */
    public static ReportCommand of(List<String> arguments, List<Chapter> chapters) {
        List<String> words = new ArrayList<>(arguments);
        Effort effort = words.remove("quick") ? Effort.QUICK : Effort.FULL;
        Path folder = effort == Effort.QUICK ? SCRATCH : DOCS;
        int to = words.indexOf("to");
        if (to >= 0 && to + 1 < words.size()) {
            folder = Path.of(words.remove(to + 1));
            words.remove(to);
        }
        if (words.remove("write")) {
            return new ReportCommand(effort, chosen(words, chapters), folder);
        }
        return new ReportCommand(effort, words.isEmpty() ? chapters : chosen(words, chapters), folder);
    }

    private static List<Chapter> chosen(List<String> words, List<Chapter> chapters) {
        for (String word : words) {
            if (chapters.stream().noneMatch(chapter -> chapter.name().equals(word))) {
                throw new IllegalArgumentException("no '%s': report [quick] [write] [%s] [to FOLDER]"
                        .formatted(
                                word,
                                String.join(
                                        "] [",
                                        chapters.stream().map(Chapter::name).toList())));
            }
        }
        return chapters.stream()
                .filter(chapter -> words.contains(chapter.name()))
                .toList();
    }

    /** Does it; ends with what was asked for and what was reached on the standard output. */
    public void run(List<Chapter> chapters) throws IOException {
        Report report = new Report(chapters, folder);
        for (Chapter chapter : measured) {
            report.measure(chapter, effort);
            report.write();
        }
        report.write();
        System.out.print(report.summary());
    }
}
