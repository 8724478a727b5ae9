package org.domaintypesystem.benchmarks.many;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/** Writes and compiles types that are alike, 64 bytes each, and what publishes and listens to them by what is generated. */
final class ManyTypes {
    private static final String PACKAGE = "many";
    private static final String EXCHANGE = "GeneratedExchange";

    private ManyTypes() {}

    static void compile(int types, Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        List<String> arguments = new ArrayList<>(List.of(
                "-nowarn",
                "-encoding",
                "UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "-processor",
                "org.domaintypesystem.processor.DtsProcessor",
                "-d",
                Files.createDirectories(classes(folder)).toString()));
        for (int type = 0; type < types; type++) {
            arguments.add(Files.writeString(sources.resolve("Type" + type + ".java"), record(type))
                    .toString());
        }
        arguments.add(Files.writeString(sources.resolve(EXCHANGE + ".java"), exchange(types))
                .toString());
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, output, output, arguments.toArray(new String[0])) != 0) {
            throw new IOException(output.toString(StandardCharsets.UTF_8));
        }
    }

    private static Path classes(Path folder) {
        return folder.resolve("classes");
    }

    private static String record(int type) {
        return """
                package many;

                @org.domaintypesystem.annotation.DtsType
                public record Type%d(
                        int source, long sequence, double x, double y, double z, double vx, double vy, double vz) {}
                """.formatted(type);
    }

    private static String exchange(int types) {
        return """
                package many;

                import org.domaintypesystem.Dts;
                import org.domaintypesystem.benchmarks.many.Exchange;

                public final class GeneratedExchange implements Exchange {
                    public int types() {
                        return %d;
                    }

                    public Publish publisher(int type, Dts dts) {
                        return switch (type) {
                %s            default -> throw new IllegalArgumentException();
                        };
                    }

                    public void listen(int type, Dts dts, Runnable listener) {
                        switch (type) {
                %s            default -> throw new IllegalArgumentException();
                        }
                    }
                %s}
                """.formatted(
                        types,
                        each(types, "            case # -> publisher#(dts);\n"),
                        each(types, "            case # -> listen#(dts, listener);\n"),
                        each(types, """

                                    private static Publish publisher#(Dts dts) {
                                        Type#Publisher publisher = new Type#Publisher(dts);
                                        return sequence -> publisher.publish(0, sequence, 1, 2, 3, 0.1, 0.2, 0.3);
                                    }

                                    private static void listen#(Dts dts, Runnable listener) {
                                        Type#Listener.listenInPlace(dts, (view, info) -> {
                                            if (view.sequence() >= 0) {
                                                listener.run();
                                            }
                                        });
                                    }
                                """));
    }

    private static String each(int types, String text) {
        return IntStream.range(0, types)
                .mapToObj(type -> text.replace("#", Integer.toString(type)))
                .collect(Collectors.joining());
    }

    /** What was compiled, by a class loader of its own, which lives as long as its types do. */
    @SuppressWarnings("resource")
    static Exchange load(Path folder) throws IOException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {classes(folder).toUri().toURL()}, ManyTypes.class.getClassLoader());
        try {
            return (Exchange)
                    loader.loadClass(PACKAGE + "." + EXCHANGE).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
    }
}
