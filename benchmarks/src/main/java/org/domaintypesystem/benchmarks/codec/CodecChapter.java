package org.domaintypesystem.benchmarks.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.domaintypesystem.benchmarks.report.BarChart;
import org.domaintypesystem.benchmarks.report.Chapter;
import org.domaintypesystem.benchmarks.report.Effort;
import org.domaintypesystem.benchmarks.report.Figure;
import org.domaintypesystem.benchmarks.report.Figures;
import org.domaintypesystem.benchmarks.report.Numbers;
import org.domaintypesystem.benchmarks.report.Table;
import org.domaintypesystem.benchmarks.report.Target;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs {@link CodecBenchmark}, and counts the bytes of the messages. */
public final class CodecChapter implements Chapter {
    static final String TIME = "ns";
    static final String MEMORY = "B";
    static final String SIZE = "bytes";
    static final String SIZES = "size";

    /** One after the other for all codecs, so that those that are compared are measured close together. */
    private static final List<String> OPERATIONS = List.of("encode", "decode", "access");

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    @Override
    public String name() {
        return "codec";
    }

    @Override
    public String command(Effort effort) {
        return "java -jar benchmarks/target/benchmarks.jar CodecBenchmark " + String.join(" ", options(effort));
    }

    private static List<String> options(Effort effort) {
        String options = effort == Effort.FULL
                ? "-f 2 -wi 3 -w 400ms -i 5 -r 250ms -prof gc"
                : "-f 1 -wi 1 -w 250ms -i 3 -r 80ms -prof gc";
        return List.of(options.split(" "));
    }

    @Override
    public void measure(Effort effort, Figures figures) throws IOException {
        for (Format format : Format.values()) {
            for (Message message : Message.values()) {
                int bytes = format.contender(message).encode();
                figures.add(SIZES, message.toString(), format.toString(), SIZE, bytes);
            }
        }
        for (String operation : OPERATIONS) {
            for (Message message : Message.values()) {
                run(operation, message, effort).forEach(result -> add(operation, result, figures));
            }
        }
        missing(figures);
    }

    private static Collection<RunResult> run(String operation, Message message, Effort effort) throws IOException {
        List<String> arguments = new ArrayList<>(options(effort));
        arguments.addAll(List.of("-v", "SILENT", "-p", "message=" + message, "CodecBenchmark." + operation + "$"));
        System.err.printf("codec: %s %s%n", operation, message);
        try {
            return new Runner(new CommandLineOptions(arguments.toArray(new String[0]))).run();
        } catch (CommandLineOptionException | RunnerException e) {
            throw new IOException(e);
        }
    }

    private static void add(String operation, RunResult result, Figures figures) {
        BenchmarkParams params = result.getParams();
        String message = params.getParam("message");
        String codec = params.getParam("codec");
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                figures.add(
                        operation,
                        message,
                        codec,
                        TIME,
                        iteration.getPrimaryResult().getScore());
                allocation(iteration).ifPresent(bytes -> figures.add(operation, message, codec, MEMORY, bytes));
            }
        }
    }

    private static OptionalDouble allocation(IterationResult iteration) {
        for (String name : iteration.getSecondaryResults().keySet()) {
            Result<?> result = iteration.getSecondaryResults().get(name);
            if (result != null && name.endsWith(ALLOCATION)) {
                return OptionalDouble.of(result.getScore());
            }
        }
        return OptionalDouble.empty();
    }

    private static void missing(Figures figures) {
        for (String operation : OPERATIONS) {
            for (Message message : Message.values()) {
                for (Format format : Format.values()) {
                    if (figures.find(operation, message.toString(), format.toString(), TIME)
                            .isEmpty()) {
                        figures.fault("%s %s with %s ended without a result".formatted(operation, message, format));
                    }
                }
            }
        }
    }

    @Override
    public List<Target> targets() {
        return CodecTargets.ALL;
    }

    @Override
    public Map<String, String> tables(Figures figures) {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("sizes", table(SIZES, SIZE, figures));
        OPERATIONS.forEach(operation -> tables.put(operation, table(operation, TIME, figures)));
        return tables;
    }

    private static String table(String name, String measure, Figures figures) {
        List<String> header = new ArrayList<>(List.of(""));
        Arrays.stream(Format.values()).map(Format::toString).forEach(header::add);
        Table table = new Table(header);
        for (Message message : Message.values()) {
            List<String> cells = new ArrayList<>(List.of("`" + message + "`"));
            for (Format format : Format.values()) {
                cells.add(cell(name, message.toString(), format.toString(), measure, figures));
            }
            table.row(cells);
        }
        return table.toString();
    }

    private static String cell(String table, String message, String format, String measure, Figures figures) {
        OptionalDouble value = figures.median(table, message, format, measure);
        if (value.isEmpty()) {
            return "–";
        }
        if (measure.equals(SIZE)) {
            return Numbers.whole(value.getAsDouble());
        }
        // What other threads of the virtual machine allocate shows as parts of a byte.
        String bytes =
                Numbers.whole(figures.median(table, message, format, MEMORY).orElse(0));
        return Numbers.of(value.getAsDouble()) + (bytes.equals("0") ? "" : " (%s)".formatted(bytes));
    }

    @Override
    public Map<String, BarChart> charts(Figures figures) {
        Map<String, BarChart> charts = new LinkedHashMap<>();
        for (String operation : OPERATIONS) {
            List<BarChart.Panel> panels = Arrays.stream(Message.values())
                    .map(message -> new BarChart.Panel(message.toString(), bars(operation, message, figures)))
                    .toList();
            charts.put("codec-" + operation, new BarChart(operation + ", nanoseconds: less is better", panels));
        }
        return charts;
    }

    private static List<BarChart.Bar> bars(String operation, Message message, Figures figures) {
        return Arrays.stream(Format.values())
                .map(format -> figures.find(operation, message.toString(), format.toString(), TIME))
                .flatMap(Optional::stream)
                .map(CodecChapter::bar)
                .toList();
    }

    private static BarChart.Bar bar(Figure figure) {
        return new BarChart.Bar(
                figure.contender(),
                figure.median(),
                figure.least(),
                figure.most(),
                figure.contender().equals(Format.DTS.toString()));
    }
}
