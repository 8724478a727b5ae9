package org.domaintypesystem.maven.collect;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.domaintypesystem.maven.build.Count;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.classes.ClassFile;
import org.domaintypesystem.maven.classes.CompiledTypes;
import org.domaintypesystem.maven.classes.SourcePositions;
import org.domaintypesystem.maven.compiler.ProcessorPlace;
import org.domaintypesystem.maven.compiler.Remedies;

/**
 * Annotated types for which nothing was generated: they compile, and nothing else works.
 *
 * @param place whether the compiler runs the processor
 * @param isGenerateBound whether goal generate is part of the build
 * @param version of DTS, for what is to be pasted
 */
public record MissingCodecs(ProcessorPlace place, boolean isGenerateBound, String version) {
    private static final int SHOWN = 5;

    /**
     * Looks for them.
     *
     * @throws UserFault if there are any, with what to do
     */
    void require(Module module, CompiledTypes types) throws IOException, UserFault {
        List<ClassFile> missing = types.withoutCodec();
        if (missing.isEmpty()) {
            return;
        }
        SourcePositions positions = new SourcePositions(module);
        String shown = missing.stream()
                .limit(SHOWN)
                .map(type -> "  "
                        + positions.of(type).map(position -> position + ": ").orElse("") + type.name())
                .collect(Collectors.joining("\n"));
        String more = missing.size() > SHOWN ? "\n  and " + (missing.size() - SHOWN) + " more" : "";
        throw new UserFault("nothing was generated for " + Count.of(missing.size(), "annotated type") + ":\n" + shown
                + more + "\n\n" + remedy(missing));
    }

    private String remedy(List<ClassFile> missing) {
        if (missing.stream().noneMatch(MissingCodecs::isJava)) {
            return "The annotation processor reads Java. Declare types that are shared in Java: other languages of the JVM"
                    + " use them as they are.";
        }
        if (place.runs()) {
            return ran();
        }
        return isGenerateBound ? didNotSee() : didNotRun();
    }

    private static boolean isJava(ClassFile type) {
        String source = type.source();
        return source == null || source.endsWith(".java");
    }

    private String ran() {
        String text = "The annotation processor should have run, since " + place.why()
                + ". What was compiled before that is compiled again after mvn clean.";
        return place == ProcessorPlace.NAMED
                ? text
                : text + " Where a toolchain compiles, its JDK may look elsewhere: name the processor.\n\n"
                        + Remedies.processorPath(version);
    }

    private static String didNotSee() {
        return "Goal generate is part of the build, but it was left out (dts.skip, dts.generate.skip), or it ran before these"
                + " sources were there: plugins that generate sources belong in front of dts-maven-plugin in the POM, or"
                + " into an earlier phase.";
    }

    private String didNotRun() {
        return "The annotation processor did not run: " + place.why()
                + ". Let this plugin run it, with goal generate among its goals:\n\n" + Remedies.plugin(version)
                + "\nor the compiler plugin:\n\n" + Remedies.processorPath(version);
    }
}
