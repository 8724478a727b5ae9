package org.domaintypesystem.processor.testing;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What came out of a run of a compiler.
 *
 * @param diagnostics what the compiler and the processors said
 * @param sources the generated sources by their paths
 * @param outputs classes and resources by their paths
 */
public record Compilation(
        boolean isSuccessful,
        List<Diagnostic<? extends JavaFileObject>> diagnostics,
        SortedMap<String, byte[]> sources,
        SortedMap<String, byte[]> outputs) {

    public List<Diagnostic<? extends JavaFileObject>> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** What was said, with lines, to be read. */
    public String texts() {
        return diagnostics.stream()
                .map(said -> said.getLineNumber() + ": " + said.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n", "\n", ""));
    }
}
