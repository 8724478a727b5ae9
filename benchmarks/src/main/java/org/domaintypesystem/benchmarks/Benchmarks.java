package org.domaintypesystem.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.benchmarks.build.BuildChapter;
import org.domaintypesystem.benchmarks.bus.BusChapter;
import org.domaintypesystem.benchmarks.codec.CodecChapter;
import org.domaintypesystem.benchmarks.many.ManyChapter;
import org.domaintypesystem.benchmarks.report.Chapter;
import org.domaintypesystem.benchmarks.report.ReportCommand;

/** What runs when the jar does: {@code report}, as {@link ReportCommand} says, and JMH for everything else. */
public final class Benchmarks {
    /** In the order of the page. */
    private static final List<Chapter> CHAPTERS =
            List.of(new CodecChapter(), new BusChapter(), new ManyChapter(), new BuildChapter());

    private Benchmarks() {}

    /** What the report consists of. */
    public static List<Chapter> chapters() {
        return CHAPTERS;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0 || !arguments[0].equals("report")) {
            org.openjdk.jmh.Main.main(arguments);
            return;
        }
        List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            ReportCommand.of(rest, CHAPTERS).run(CHAPTERS);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
