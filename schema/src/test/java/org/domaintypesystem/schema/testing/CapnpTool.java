package org.domaintypesystem.schema.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The reference compiler {@code capnp}, which knows best what Cap'n Proto is. Tests that use it carry
 * {@code @Tag("capnp")}.
 */
public final class CapnpTool {
    private final ExternalTool tool;

    private CapnpTool(ExternalTool tool) {
        this.tool = tool;
    }

    /**
     * The tool, run in a directory; skips the calling test if there is no tool.
     *
     * @param directory where schemas are: imports with a leading slash are looked up here
     */
    public static CapnpTool in(Path directory) {
        return new CapnpTool(ExternalTool.in(directory, "capnp"));
    }

    /** Compiles schemas and returns what the plugin prints, for example {@code capnp} (text with offsets) or {@code -}. */
    public byte[] compile(String plugin, List<String> files) {
        Stream<String> options = Stream.of("compile", "--no-standard-import", "-I.", "--src-prefix=.", "-o" + plugin);
        return run(new byte[0], Stream.concat(options, files.stream()).toArray(String[]::new));
    }

    /** Turns a binary message into text: {@code capnp decode}, without its guess that short messages are something else. */
    public String decode(String file, String type, byte[] message) {
        return new String(run(message, "decode", "--quiet", "-I.", file, type), UTF_8);
    }

    /** Turns text into a binary message: {@code capnp encode}. */
    public byte[] encode(String file, String type, String text) {
        return run(text.getBytes(UTF_8), "encode", "-I.", file, type);
    }

    /** Runs the tool as {@link ExternalTool#run} does. */
    public byte[] run(byte[] input, String... arguments) {
        return tool.run(input, arguments);
    }
}
