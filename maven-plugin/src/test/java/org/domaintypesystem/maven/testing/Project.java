package org.domaintypesystem.maven.testing;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.domaintypesystem.maven.build.ContentHash;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Library;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.build.Work;
import org.domaintypesystem.maven.build.WorkRecords;
import org.domaintypesystem.maven.build.WorkRecords.Outcome;
import org.domaintypesystem.maven.collect.Collector;
import org.domaintypesystem.maven.collect.MissingCodecs;
import org.domaintypesystem.maven.compiler.CompilerSetup;
import org.domaintypesystem.maven.compiler.ProcessorPlace;
import org.domaintypesystem.maven.generate.Generation;

/** A module in a folder, whose steps a test takes by itself, without Maven. */
public final class Project {
    public final Path base;
    public final FileTree sources;
    public final FileTree generated;
    public final FileTree schemas;
    public final FileTree classes;
    private final List<Path> roots = new ArrayList<>();
    private final List<Library> libraries = new ArrayList<>();

    public Project(Path base) {
        this.base = base;
        this.sources = new FileTree(base.resolve("src/main/java"));
        this.generated = new FileTree(base.resolve("target/generated-sources/dts"));
        this.schemas = new FileTree(base.resolve("target/generated-resources/dts"));
        this.classes = new FileTree(base.resolve("target/classes"));
        roots.addAll(List.of(sources.root(), generated.root()));
        library("org.domaintypesystem", "dts-runtime", onClassPath("runtime"));
        library("org.domaintypesystem", "dts-schema", onClassPath("schema"));
        library("org.jspecify", "jspecify", onClassPath("jspecify"));
        library("jakarta.inject", "jakarta.inject-api", onClassPath("jakarta.inject-api"));
    }

    public void library(String group, String artifact, Path file) {
        libraries.add(new Library(group, artifact, "1.0", file));
    }

    /** A folder of sources more. */
    public void root(Path root) {
        roots.add(root);
    }

    /** A source in package {@code brewery}, with what most of them import. */
    public Project source(String type, String text) throws IOException {
        String head = "package brewery;\n\nimport org.domaintypesystem.annotation.*;\n\n";
        sources.write("brewery/" + type + ".java", head + text + "\n");
        return this;
    }

    public Module module() {
        return new Module(base, base.resolve("target"), classes.root(), roots, libraries);
    }

    public static CompilerSetup compiler() {
        return new CompilerSetup(Runtime.version().feature(), null, null, "", "17", "", "UTF-8", List.of());
    }

    public Outcome generate() throws IOException, UserFault {
        return generate("configuration");
    }

    public Outcome generate(String configuration) throws IOException, UserFault {
        return bringUpToDate("generate@default", configuration, generation());
    }

    public Generation generation() {
        List<Path> processorPath = Stream.of(
                        "processor", "runtime", "schema", "javapoet", "jspecify", "jakarta.inject-api")
                .map(Project::onClassPath)
                .toList();
        return new Generation(module(), compiler(), processorPath, List.of(), generated, schemas);
    }

    /** What a goal does, as an execution with a name. */
    public Outcome bringUpToDate(String name, Work work) throws IOException, UserFault {
        return bringUpToDate(name, "configuration", work);
    }

    private Outcome bringUpToDate(String name, String configuration, Work work) throws IOException, UserFault {
        return new WorkRecords(module())
                .bringUpToDate(name, new ContentHash().add("configuration", configuration), work);
    }

    /** Compiles all sources, those that were generated too, and copies the generated schemas. */
    public Project compile() throws IOException {
        return compile("-proc:none");
    }

    /** Compiles with Lombok alone: what else is on the class path of the tests does not run. */
    public Project compileWithLombok() throws IOException {
        return compile("-processor", "lombok.launch.AnnotationProcessorHider$AnnotationProcessor");
    }

    private Project compile(String... processing) throws IOException {
        classes.deleteAll();
        Files.createDirectories(classes.root());
        for (String name : schemas.names()) {
            classes.write(name, schemas.text(name));
        }
        List<Path> files = new ArrayList<>();
        for (FileTree tree : List.of(sources, generated)) {
            tree.names(".java").forEach(name -> files.add(tree.file(name)));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            manager.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    libraries.stream().map(Library::file).toList());
            manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes.root()));
            List<String> options = new ArrayList<>(List.of("--release", "17", "-nowarn"));
            options.addAll(List.of(processing));
            if (!compiler.getTask(output, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new AssertionError(output.toString());
            }
        }
        return this;
    }

    public Collector collector() {
        return collector(ProcessorPlace.ABSENT);
    }

    public Collector collector(ProcessorPlace place) {
        return new Collector(
                module(), new FileTree(base.resolve("target/dts")), new MissingCodecs(place, false, "1.2.3"));
    }

    /** A jar that the tests run with, or the folder of a module of this build. */
    public static Path onClassPath(String name) {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Optional<Path> found = Stream.of(path.split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> {
                    String file = entry.toString().replace('\\', '/');
                    return file.matches(".*/(dts-)?" + name + "(-[0-9][^/]*)?\\.jar")
                            || file.endsWith("/" + name + "/target/classes")
                            || file.endsWith("/" + name + "-main");
                })
                .filter(entry -> !entry.toString().endsWith("-tests.jar"))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError(name + " is not on the class path: " + path));
    }
}
