package org.domaintypesystem.maven.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.maven.build.ContentHash;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Library;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.build.WorkRecord;
import org.domaintypesystem.maven.compiler.CompilerSetup;

/** Generates what belongs to the annotated types among a module's sources, into folders of its own. */
public final class Generation {
    private static final String ANNOTATIONS = "org.domaintypesystem.annotation";

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

    /**
     * What came of it.
     *
     * @param isNew whether anything had to be done
     * @param schemas how many types there are
     * @param warnings of the processor
     */
    public record Generated(boolean isNew, int schemas, List<String> warnings) {}

    /**
     * Generates, unless that has been done with the same inputs.
     *
     * @param record where that is remembered
     * @param configuration what else the result depends on: the version of the plugin
     * @throws UserFault for what is wrong in the sources, with file and line
     */
    public Generated generate(WorkRecord record, String configuration) throws IOException, UserFault {
        List<Path> files = javaFiles();
        List<Path> outputs = List.of(sources.root(), resources.root());
        String inputs = hash(files, configuration);
        if (record.isCurrent(inputs, outputs)) {
            return new Generated(false, schemas(), List.of());
        }
        record.begin();
        List<String> warnings = List.of();
        if (mentionsAnnotations(files)) {
            warnings = generateFrom(files);
        } else {
            clear();
        }
        record.done(inputs, outputs);
        return new Generated(true, schemas(), warnings);
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
            forgetSources(sources.mirror(newSources));
            forgetResources(resources.mirror(newResources));
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
        forgetSources(List.copyOf(sources.names()));
        forgetResources(List.copyOf(resources.names()));
        sources.deleteAll();
        resources.deleteAll();
    }

    /** Deletes the classes of sources that are not generated any more. */
    private void forgetSources(List<String> names) throws IOException {
        FileTree classes = new FileTree(module.classes());
        for (String name : names) {
            String type = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            for (String compiled : classes.names(".class")) {
                if (compiled.equals(type + ".class") || compiled.startsWith(type + '$')) {
                    classes.delete(compiled);
                }
            }
        }
    }

    /** Deletes the copies of resources that are not generated any more. */
    private void forgetResources(List<String> names) throws IOException {
        FileTree classes = new FileTree(module.classes());
        for (String name : names) {
            classes.delete(name);
        }
    }

    private int schemas() throws IOException {
        return resources.names(".capnp").size();
    }

    /** All sources of the module but those that were generated here. */
    private List<Path> javaFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path root : module.sources()) {
            if (!root.equals(sources.root())) {
                FileTree tree = new FileTree(root);
                tree.names(".java").forEach(name -> files.add(tree.file(name)));
            }
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

    private String hash(List<Path> files, String configuration) throws IOException {
        ContentHash hash = new ContentHash()
                .add("configuration", configuration)
                .add("jdk", Integer.toString(compiler.jdk()))
                .add("options", options().toString())
                .add("encoding", compiler.encoding());
        for (Path file : files) {
            hash.add(module.shown(file), file);
        }
        for (Path file : processorPath) {
            hash.add("processor", file);
        }
        for (Library library : module.libraries()) {
            hash.add("library", library.file());
        }
        return hash.hex();
    }
}
