package org.domaintypesystem.maven.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.domaintypesystem.maven.build.ContentHash;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Library;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.build.Work;
import org.domaintypesystem.maven.compiler.CompilerSetup;

/** Generates what belongs to the annotated types among a module's sources, into folders of its own. */
public final class Generation implements Work {
    private static final String ANNOTATIONS = "org.domaintypesystem.annotation";
    private static final String LOMBOK_CONFIGURATION = "lombok.config";

    private final Module module;
    private final CompilerSetup compiler;
    private final List<Path> processorPath;
    private final List<String> ownOptions;
    private final FileTree sources;
    private final FileTree resources;

    /**
     * Prepares to generate.
     *
     * @param processorPath the processor with all that it needs
     * @param ownOptions options of the processor, beside those that the compiler has
     * @param sources a folder of its own for generated sources
     * @param resources a folder of its own for generated schemas
     */
    public Generation(
            Module module,
            CompilerSetup compiler,
            List<Path> processorPath,
            List<String> ownOptions,
            FileTree sources,
            FileTree resources) {
        this.module = module;
        this.compiler = compiler;
        this.processorPath = new ArrayList<>(processorPath);
        this.ownOptions = List.copyOf(ownOptions);
        this.sources = sources;
        this.resources = resources;
        // Lombok adds the members that the schema is made of: it has to be there when the processor looks.
        module.libraries().stream()
                .filter(library -> library.groupId().equals("org.projectlombok")
                        && library.artifactId().equals("lombok"))
                .map(Library::file)
                .forEach(this.processorPath::add);
    }

    @Override
    public List<Path> outputs() {
        return List.of(sources.root(), resources.root());
    }

    /**
     * Generates.
     *
     * @throws UserFault for what is wrong in the sources, with file and line
     */
    @Override
    public Result run() throws IOException, UserFault {
        List<Path> files = javaFiles();
        List<String> warnings = List.of();
        if (mentionsAnnotations(files)) {
            warnings = generateFrom(files);
        } else {
            clear();
        }
        return new Result(resources.names(".capnp").size(), warnings);
    }

    private List<String> generateFrom(List<Path> files) throws IOException, UserFault {
        FileTree work = new FileTree(module.output().resolve("dts-work"));
        work.deleteAll();
        FileTree newSources = new FileTree(work.file("sources"));
        FileTree newResources = new FileTree(work.file("resources"));
        Files.createDirectories(newSources.root());
        Files.createDirectories(newResources.root());
        try {
            List<Path> classPath =
                    module.libraries().stream().map(Library::file).toList();
            List<String> warnings = new Javac(classPath, processorPath, newSources.root(), newResources.root())
                    .run(files, options(), compiler.encoding());
            sources.mirror(newSources);
            resources.mirror(newResources);
            return warnings;
        } catch (UserFault fault) {
            // What is there belongs to sources that were fine.
            clear();
            throw fault;
        } finally {
            work.deleteAll();
        }
    }

    private void clear() throws IOException {
        sources.deleteAll();
        resources.deleteAll();
    }

    /** Deletes the classes of a source, or the copy of a resource. */
    @Override
    public void forget(Path output) throws IOException {
        FileTree classes = new FileTree(module.classes());
        if (sources.contains(output)) {
            String name = sources.name(output);
            String type = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            for (String compiled : classes.namesBeside(name)) {
                if (compiled.equals(type + ".class") || compiled.startsWith(type + '$')) {
                    classes.delete(compiled);
                }
            }
        } else if (resources.contains(output)) {
            classes.delete(resources.name(output));
        }
    }

    /** All sources of the module but those that were generated here. */
    private List<Path> javaFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : module.sources()) {
            FileTree tree = new FileTree(root);
            tree.names(".java").stream()
                    .map(tree::file)
                    .filter(file -> !sources.contains(file))
                    .forEach(files::add);
        }
        return files;
    }

    private static boolean mentionsAnnotations(List<Path> files) throws IOException {
        for (Path file : files) {
            if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(ANNOTATIONS)) {
                return true;
            }
        }
        return false;
    }

    private List<String> options() {
        List<String> options = new ArrayList<>();
        if (!compiler.release().isEmpty()) {
            options.addAll(List.of("--release", compiler.release()));
        } else if (!compiler.source().isEmpty()) {
            options.addAll(List.of("-source", compiler.source()));
        }
        for (String argument : compiler.arguments()) {
            if (argument.startsWith("-A") || argument.equals("--enable-preview")) {
                options.add(argument);
            }
        }
        options.addAll(ownOptions);
        return options;
    }

    @Override
    public void addInputs(ContentHash inputs) throws IOException {
        inputs.add("jdk", Runtime.version().toString())
                .add("options", options().toString())
                .add("encoding", compiler.encoding());
        for (Path file : javaFiles()) {
            inputs.add(module.name(file), file);
        }
        for (Path file : processorPath) {
            inputs.add("processor", file);
        }
        for (Path file : lombokConfigurations()) {
            inputs.add(module.name(file), file);
        }
        module.addLibraries(inputs);
    }

    /** What Lombok adds depends on files beside the sources and above them. */
    private SortedSet<Path> lombokConfigurations() throws IOException {
        SortedSet<Path> found = new TreeSet<>();
        for (Path root : module.sources()) {
            FileTree tree = new FileTree(root);
            tree.names(LOMBOK_CONFIGURATION).forEach(name -> found.add(tree.file(name)));
            for (Path above = root.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
                found.add(above.resolve(LOMBOK_CONFIGURATION));
            }
        }
        found.removeIf(file -> !Files.isRegularFile(file));
        return found;
    }
}
