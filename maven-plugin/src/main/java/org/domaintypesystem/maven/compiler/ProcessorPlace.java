package org.domaintypesystem.maven.compiler;

/** Whether the compiler plugin of a project runs the annotation processor, and why not. */
public enum ProcessorPlace {
    NAMED(true, "dts-processor is among the annotationProcessorPaths of the maven-compiler-plugin"),
    CLASS_PATH(true, "the compiler finds dts-processor on the class path"),
    NOT_ASKED_FOR(
            false,
            "dts-processor is on the class path, but JDK 23 and later run no processor that they merely find there"),
    HIDDEN(
            false,
            "dts-processor is on the class path, where the compiler does not look once annotationProcessorPaths names"
                    + " anything, and dts-processor is not named there"),
    OTHERS_CHOSEN(
            false,
            "annotationProcessors of the maven-compiler-plugin lists the processors that run, and this is not one"),
    SWITCHED_OFF(false, "annotation processing is switched off: the maven-compiler-plugin has proc=none"),
    ABSENT(false, "dts-processor is neither among the annotationProcessorPaths nor on the class path");

    private final boolean runs;
    private final String why;

    ProcessorPlace(boolean runs, String why) {
        this.runs = runs;
        this.why = why;
    }

    /** Whether compiling the project runs the processor. */
    public boolean runs() {
        return runs;
    }

    /** Why it runs or does not, without a full stop. */
    public String why() {
        return why;
    }
}
