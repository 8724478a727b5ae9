package brewery;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program that runs in a JVM of its own.
 *
 * @param name what it is called in what people read, and its file of output
 * @param classPath all that it can load classes from
 */
record Program(String name, String mainClass, String classPath) {
    private static final String OWN_CLASS_PATH = System.getProperty("java.class.path");

    /** One that was compiled with the brewery. */
    static Program of(Class<?> main) {
        return new Program(main.getSimpleName(), main.getName(), OWN_CLASS_PATH);
    }

    /** One that was not, and shares no class with the brewery but those of libraries. */
    static Program hydrometer() {
        String classes = System.getProperty("brewery.hydrometer", "../hydrometer/target/classes");
        String classPath = Stream.of(OWN_CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !Files.isDirectory(Path.of(entry, "brewery")))
                .collect(Collectors.joining(File.pathSeparator, classes + File.pathSeparator, ""));
        return new Program("Hydrometer", "hydrometer.Hydrometer", classPath);
    }
}
