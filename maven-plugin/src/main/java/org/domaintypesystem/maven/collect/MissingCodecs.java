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

/** Annotated types for which nothing was generated: they compile, and nothing else works. */
public final class MissingCodecs {
    private static final int SHOWN = 5;

    private MissingCodecs() {}

    /**
     * Looks for them.
     *
     * @param version of DTS, for what is to be pasted
     * @throws UserFault if there are any, with what to do
     */
    public static void require(Module module, ProcessorPlace place, String version) throws IOException, UserFault {
        List<ClassFile> missing = CompiledTypes.in(module.classes()).withoutCodec();
        if (missing.isEmpty()) {
            return;
        }
        SourcePositions positions = new SourcePositions(module);
        String types = missing.stream()
                .limit(SHOWN)
                .map(type -> "  "
                        + positions.of(type).map(position -> position + ": ").orElse("") + type.name())
                .collect(Collectors.joining("\n"));
        String more = missing.size() > SHOWN ? "\n  and " + (missing.size() - SHOWN) + " more" : "";
        throw new UserFault("nothing was generated for " + Count.of(missing.size(), "annotated type") + ":\n" + types
                + more + "\n\n" + (place.runs() ? ran(place, version) : didNotRun(place, version)));
    }

    private static String ran(ProcessorPlace place, String version) {
        String text = "The annotation processor should have run, since " + place.why()
                + ". What was compiled before that is compiled again after mvn clean.";
        return place == ProcessorPlace.NAMED
                ? text
                : text + " Where a toolchain compiles, its JDK may look elsewhere: name the processor.\n\n"
                        + Remedies.processorPath(version);
    }

    private static String didNotRun(ProcessorPlace place, String version) {
        return "The annotation processor did not run: " + place.why()
                + ". Let this plugin run it, with goal generate among its goals:\n\n" + Remedies.plugin(version)
                + "\nor the compiler plugin:\n\n" + Remedies.processorPath(version);
    }
}
