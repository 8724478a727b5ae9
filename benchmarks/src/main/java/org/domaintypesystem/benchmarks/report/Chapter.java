package org.domaintypesystem.benchmarks.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One part of the report: measures, and says how its figures are shown. */
public interface Chapter {
    /** One word in lower case, by which the command asks for it. */
    String name();

    /** Measures, with news for those who wait on the standard error stream. */
    void measure(Effort effort, Figures figures) throws IOException;

    /** What reproduces the figures. */
    String command(Effort effort);

    /** What is asked of them; empty where nothing is. */
    List<Target> targets();

    /**
     * Tables for the template {@code <name>.md} that lies beside the class, by the names of their places there. Places for
     * {@code command}, {@code targets}, {@code faults}, {@code machine} and the charts are filled for it.
     */
    Map<String, String> tables(Figures figures);

    /** Charts by the names of their files, without the ending. */
    Map<String, BarChart> charts(Figures figures);
}
