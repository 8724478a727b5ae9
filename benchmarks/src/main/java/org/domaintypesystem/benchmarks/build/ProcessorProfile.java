package org.domaintypesystem.benchmarks.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time of a compilation with the DTS processor goes, by samples of the JDK's flight recorder: a program. */
public final class ProcessorProfile {
    private static final String OWN = "org.domaintypesystem.";
    private static final String PROCESS = "org.domaintypesystem.processor.DtsProcessor.process";
    /** Shares below this one are not worth a line. */
    private static final double SHOWN = 0.01;

    private static final int TYPES = 1000;

    private final Map<String, Integer> phases = new TreeMap<>();
    private final Map<String, Integer> inclusive = new TreeMap<>();
    private final Map<String, Integer> callees = new TreeMap<>();
    private final Map<String, Integer> innermost = new TreeMap<>();
    private int samples;
    private int inProcessor;

    private ProcessorProfile() {}

    /** Prints tables in Markdown. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("processor-profile");
        System.err.printf("sources, classes and recording: %s%n", folder);
        Project project = Project.of(Contender.DTS, TYPES, folder.resolve("project"));
        System.out.print(of(project, folder.resolve("profile.jfr")));
    }

    /** Compiles in a fresh virtual machine, and returns tables in Markdown. */
    private static String of(Project project, Path recording) throws IOException {
        Forked.javac(
                project,
                "-XX:StartFlightRecording=settings=profile,filename=" + recording,
                "-XX:FlightRecorderOptions=stackdepth=512");
        ProcessorProfile profile = new ProcessorProfile();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                String type = event.getEventType().getName();
                if (type.equals("jdk.ExecutionSample") || type.equals("jdk.NativeMethodSample")) {
                    profile.add(event);
                }
            }
        }
        return profile.markdown();
    }

    private void add(RecordedEvent event) {
        if (event.getStackTrace() == null) {
            return;
        }
        List<String> methods = event.getStackTrace().getFrames().stream()
                .map(ProcessorProfile::name)
                .toList();
        String phase = phase(methods);
        if (phase.isEmpty()) {
            return;
        }
        samples++;
        phases.merge(phase, 1, Integer::sum);
        int end = methods.indexOf(PROCESS);
        if (end < 0) {
            return;
        }
        inProcessor++;
        List<String> inside = methods.subList(0, end);
        inside.stream()
                .filter(ProcessorProfile::isOwn)
                .distinct()
                .forEach(method -> inclusive.merge(method, 1, Integer::sum));
        int caller = 0;
        while (caller < end && !methods.get(caller).startsWith(OWN)) {
            caller++;
        }
        callees.merge(methods.get(Math.max(0, caller - 1)), 1, Integer::sum);
        innermost.merge(owner(methods.get(0)), 1, Integer::sum);
    }

    private static boolean isOwn(String method) {
        return method.startsWith(OWN) && !method.contains("ambda$");
    }

    private static String phase(List<String> methods) {
        if (methods.contains(PROCESS)) {
            return "DTS processor";
        }
        for (String method : methods) {
            String name = method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1);
            switch (name) {
                case "JavaCompiler.parse", "JavaCompiler.parseFiles" -> {
                    return "javac: parse";
                }
                case "JavaCompiler.attribute" -> {
                    return "javac: attribute";
                }
                case "JavaCompiler.flow" -> {
                    return "javac: flow";
                }
                case "JavaCompiler.desugar" -> {
                    return "javac: desugar";
                }
                case "JavaCompiler.generate" -> {
                    return "javac: generate";
                }
                case "JavaCompiler.enterTrees", "JavacProcessingEnvironment$Round.enterTrees" -> {
                    return "javac: enter";
                }
                case "JavaCompiler.compile", "JavaCompiler.processAnnotations" -> {
                    return "javac: other";
                }
                default -> {}
            }
        }
        return "";
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        table("phase, share of all " + samples + " samples", phases, samples, text);
        table("with all that it calls, share of the processor's " + inProcessor, inclusive, inProcessor, text);
        table("called by DTS, share of the processor's " + inProcessor, callees, inProcessor, text);
        table("innermost, share of the processor's " + inProcessor, innermost, inProcessor, text);
        return text.toString();
    }

    private static void table(String title, Map<String, Integer> counts, int whole, StringBuilder text) {
        text.append("| ").append(title).append(" | % |\n|---|---|\n");
        counts.entrySet().stream()
                .filter(count -> count.getValue() >= SHOWN * whole)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(count -> text.append(String.format(
                        Locale.ROOT, "| %s | %.1f |\n", count.getKey(), 100.0 * count.getValue() / whole)));
        text.append('\n');
    }

    /** The package that a method is in, or its class if that is ours. */
    private static String owner(String method) {
        String type = method.substring(0, method.lastIndexOf('.'));
        return type.startsWith(OWN) || type.lastIndexOf('.') < 0 ? type : type.substring(0, type.lastIndexOf('.'));
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
