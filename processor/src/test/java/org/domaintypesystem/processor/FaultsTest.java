package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Mark;
import org.domaintypesystem.processor.testing.SourceCompiler;
import org.domaintypesystem.processor.testing.Sources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources that cannot be taken, or that may not mean what they say. Each has {@link Mark}s; nothing else is said. */
class FaultsTest {

    static Stream<Path> sources() {
        return Sources.in("faults").stream();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void everyFaultIsReportedAtItsPlace(Path file) {
        Compilation compilation = compile(SourceCompiler.JAVAC, file);
        List<Mark> expected = new ArrayList<>(Mark.of(file));
        assertThat(expected).as("marks in " + file).isNotEmpty();
        List<String> unexpected = new ArrayList<>();
        for (Diagnostic<?> said : compilation.diagnostics()) {
            String place = place(said, Sources.text(file));
            if (said.getKind() != Diagnostic.Kind.NOTE
                    && !expected.removeIf(mark -> isSaid(mark, said) && place.startsWith(mark.at()))) {
                unexpected.add(
                        said.getKind() + " " + line(said) + " at `" + place + "`: " + said.getMessage(Locale.ROOT));
            }
        }
        assertThat(unexpected).as("what was said, and not expected").isEmpty();
        assertThat(expected).as("what was expected, and not said").isEmpty();
    }

    /** Where it knows the line: see {@link SourceCompiler#ECLIPSE}. */
    @ParameterizedTest
    @MethodSource("sources")
    void everyFaultIsReportedByTheEclipseCompiler(Path file) {
        List<Mark> expected = new ArrayList<>(Mark.of(file));
        expected.removeIf(Mark::isOfCompiler);
        for (Diagnostic<?> said : compile(SourceCompiler.ECLIPSE, file).diagnostics()) {
            String text = said.getMessage(Locale.ROOT);
            for (Mark mark : expected) {
                if (mark.text().equals(text) && (line(said) == 0 || line(said) == mark.line())) {
                    expected.remove(mark);
                    break;
                }
            }
        }
        assertThat(expected).as("what was expected, and not said").isEmpty();
    }

    private static Compilation compile(SourceCompiler compiler, Path file) {
        return Compiled.compile(compiler, Sources.texts(file), Mark.options(file), new DtsProcessor());
    }

    private static boolean isSaid(Mark mark, Diagnostic<?> said) {
        boolean isKind = mark.kind().startsWith("warning")
                ? said.getKind() == Diagnostic.Kind.WARNING
                : said.getKind() == Diagnostic.Kind.ERROR;
        String text = said.getMessage(Locale.ROOT);
        boolean isText = mark.isOfCompiler() ? text.startsWith(mark.text()) : text.equals(mark.text());
        return isKind && isText && line(said) == mark.line();
    }

    private static long line(Diagnostic<?> said) {
        return Math.max(0, said.getLineNumber());
    }

    private static String place(Diagnostic<?> said, String source) {
        return said.getStartPosition() < 0
                ? ""
                : source.substring((int) said.getStartPosition(), (int) said.getEndPosition());
    }
}
