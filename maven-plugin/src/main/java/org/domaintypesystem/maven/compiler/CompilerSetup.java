package org.domaintypesystem.maven.compiler;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a project tells the compiler, by whichever way Maven has for that.
 *
 * @param jdk the feature version of the JDK that compiles
 * @param processorPath {@code group:artifact} of each of the annotationProcessorPaths; null if there is no such list
 * @param processors class names of the processors that are to run; null if there is no such list
 * @param proc {@code none}, {@code only}, {@code full}; empty if nothing is said
 * @param release the value of {@code --release}; empty if nothing is said
 * @param source the value of {@code -source}; empty if nothing is said
 * @param encoding of the sources; empty if nothing is said
 * @param arguments all other arguments
 */
public record CompilerSetup(
        int jdk,
        @Nullable List<String> processorPath,
        @Nullable List<String> processors,
        String proc,
        String release,
        String source,
        String encoding,
        List<String> arguments) {
    private static final String ARTIFACT = "org.domaintypesystem:dts-processor";
    private static final String LOMBOK = "org.projectlombok:lombok";
    private static final String PROCESSOR = "org.domaintypesystem.processor.DtsProcessor";
    private static final int LAST_TO_RUN_WHAT_IT_FINDS = 22;

    /**
     * Whether compiling runs the processor.
     *
     * @param isOnClassPath whether dts-processor is among what the module is compiled with
     */
    public ProcessorPlace place(boolean isOnClassPath) {
        boolean isNamed = processorPath != null && processorPath.contains(ARTIFACT);
        if (!isNamed && !isOnClassPath) {
            return ProcessorPlace.ABSENT;
        }
        if (proc.equals("none")) {
            return ProcessorPlace.SWITCHED_OFF;
        }
        if (!isNamed && processorPath != null) {
            return ProcessorPlace.HIDDEN;
        }
        if (processors != null && !processors.contains(PROCESSOR)) {
            return ProcessorPlace.OTHERS_CHOSEN;
        }
        if (isNamed) {
            return ProcessorPlace.NAMED;
        }
        return runsWhatItFinds() ? ProcessorPlace.CLASS_PATH : ProcessorPlace.NOT_ASKED_FOR;
    }

    /** Whether compiling runs Lombok, if that is among what the module is compiled with. */
    public boolean runsLombok() {
        if (proc.equals("none")) {
            return false;
        }
        return processorPath == null ? runsWhatItFinds() : processorPath.contains(LOMBOK);
    }

    private boolean runsWhatItFinds() {
        boolean isAskedFor = processors != null || proc.equals("full") || proc.equals("only");
        return isAskedFor || jdk <= LAST_TO_RUN_WHAT_IT_FINDS;
    }
}
