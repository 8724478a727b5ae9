package org.domaintypesystem.maven.generate;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.domaintypesystem.maven.build.UserFault;

/**
 * Runs annotation processors with the compiler of this JDK, and compiles nothing. The processors get a class loader of
 * their own, which sees neither the plugin nor Maven.
 */
final class Javac {
    private static final String OF_A_PROCESSOR = ".proc.messager";

    /** What may be missing until other processors have run, and what the compilation says anyway if it stays missing. */
    private static final List<String> NOT_YET_THERE =
            List.of("compiler.err.cant.resolve", "compiler.err.doesnt.exist", "compiler.err.package.not.visible");

    private final List<Path> classPath;
    private final List<Path> processorPath;
    private final Path sourceOutput;
    private final Path classOutput;

    /**
     * Prepares a run.
     *
     * @param sourceOutput an empty folder for generated sources
     * @param classOutput an empty folder for generated resources
     */
    Javac(List<Path> classPath, List<Path> processorPath, Path sourceOutput, Path classOutput) {
        this.classPath = classPath;
        this.processorPath = processorPath;
        this.sourceOutput = sourceOutput;
        this.classOutput = classOutput;
    }

    /**
     * Runs the processors over sources.
     *
     * @param encoding of the sources; empty for UTF-8
     * @return what the processors warn of
     * @throws UserFault for what the processors report, or if a source is no Java
     */
    List<String> run(List<Path> sources, List<String> options, String encoding) throws IOException, UserFault {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UserFault("Maven runs on a JRE, which has no compiler: let JAVA_HOME name a JDK");
        }
        Charset charset = charset(encoding);
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, charset)) {
            boolean isModule = sources.stream().anyMatch(source -> source.endsWith("module-info.java"));
            List<Path> path = classPath.stream().filter(Files::exists).toList();
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, path);
            if (isModule) {
                files.setLocationFromPaths(StandardLocation.MODULE_PATH, path);
            }
            files.setLocationFromPaths(StandardLocation.ANNOTATION_PROCESSOR_PATH, processorPath);
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(sourceOutput));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classOutput));
            List<String> all = new ArrayList<>(List.of("-proc:only", "-implicit:none", "-Xmaxerrs", "1000"));
            all.addAll(options);
            boolean isDone = compiler.getTask(
                            output, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return warnings(diagnostics.getDiagnostics(), isDone, output.toString());
        } catch (IllegalArgumentException e) {
            throw new UserFault("the compiler does not take the options " + options + ": " + e.getMessage());
        }
    }

    private static Charset charset(String encoding) throws UserFault {
        try {
            return encoding.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        } catch (IllegalArgumentException e) {
            throw new UserFault("the sources are said to have an encoding that there is not: " + encoding);
        }
    }

    private static List<String> warnings(
            List<Diagnostic<? extends JavaFileObject>> diagnostics, boolean isDone, String output) throws UserFault {
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        boolean isIncomplete = false;
        Set<URI> faulty = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR && !isNotYetThere(diagnostic))
                .flatMap(diagnostic -> Stream.ofNullable(diagnostic.getSource()))
                .map(JavaFileObject::toUri)
                .collect(Collectors.toSet());
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                if (isNotYetThere(diagnostic)) {
                    isIncomplete = true;
                    // A name that is missing may be why something else in that file makes no sense.
                    JavaFileObject source = diagnostic.getSource();
                    if (source != null && faulty.contains(source.toUri())) {
                        errors.add(text(diagnostic));
                    }
                } else {
                    errors.add(text(diagnostic));
                }
            } else if (diagnostic.getCode().endsWith(OF_A_PROCESSOR)) {
                warnings.add(text(diagnostic));
            }
        }
        if (errors.isEmpty() && !isDone && !isIncomplete) {
            errors.add(output.isBlank() ? "the compiler failed without saying why" : output.strip());
        }
        if (!errors.isEmpty()) {
            throw new UserFault(String.join("\n", errors));
        }
        return warnings;
    }

    private static boolean isNotYetThere(Diagnostic<?> diagnostic) {
        return NOT_YET_THERE.stream().anyMatch(diagnostic.getCode()::startsWith);
    }

    private static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        StringBuilder text = new StringBuilder();
        if (source != null) {
            text.append(source.getName()).append(':');
            if (diagnostic.getLineNumber() != Diagnostic.NOPOS) {
                text.append(diagnostic.getLineNumber()).append(':');
            }
            text.append(' ');
        }
        return text.append(diagnostic.getMessage(Locale.ROOT)).toString();
    }
}
