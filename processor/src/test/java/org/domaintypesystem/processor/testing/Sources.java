package org.domaintypesystem.processor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sources of the test resources. */
public final class Sources {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

    private Sources() {}

    /** The files and folders in a folder of the resources. */
    public static List<Path> in(String folder) {
        try (Stream<Path> paths = Files.list(RESOURCES.resolve(folder))) {
            return paths.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The source files at a path, which is one or a folder. */
    public static List<Path> files(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of the source files at a path, by full class name. */
    public static Map<String, String> texts(Path path) {
        Map<String, String> texts = new TreeMap<>();
        for (Path file : files(path)) {
            String text = text(file);
            texts.put(name(file, text), text);
        }
        return texts;
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file, String text) {
        String simpleName = file.getFileName().toString().replace(".java", "");
        Matcher declared = PACKAGE.matcher(text);
        return declared.find() ? declared.group(1) + "." + simpleName : simpleName;
    }
}
