package org.domaintypesystem.maven.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The records of a module: whether some work has been done, so that it need not be done again, and which files it left, so
 * that none outlives it. Outputs that somebody deleted or edited are made anew.
 */
public final class WorkRecords {
    private static final int SHORT = 8;

    private final Module module;
    private final FileTree folder;

    public WorkRecords(Module module) {
        this.module = module;
        this.folder = new FileTree(module.output().resolve("maven-status").resolve("dts-maven-plugin"));
    }

    /**
     * What is there now.
     *
     * @param isNew whether anything had to be done
     */
    public record Outcome(boolean isNew, int types, List<String> warnings) {
        private static Outcome of(boolean isNew, Work.Result result) {
            return new Outcome(isNew, result.types(), result.warnings());
        }
    }

    /**
     * Does the work, unless it has been done with the same inputs and its outputs are as it left them. Deletes outputs of the
     * last time that are none any more.
     *
     * @param name what tells this work from other work of the module
     * @param inputs what the result depends on beside the inputs of the work: the version of the plugin
     * @throws UserFault if the work does; it is done again then
     */
    public Outcome bringUpToDate(String name, ContentHash inputs, Work work) throws IOException, UserFault {
        work.addInputs(inputs);
        String hash = inputs.hex();
        WorkRecord last = last(name);
        SortedMap<String, String> found = found(work);
        if (last.inputs().equals(hash) && last.outputs().equals(found)) {
            return Outcome.of(false, last.result());
        }
        // Whoever is interrupted has not done it, but may have left files.
        folder.write(file(name), last.unfinished().write());
        SortedSet<String> former = new TreeSet<>(last.outputs().keySet());
        former.addAll(found.keySet());
        try {
            Work.Result result = work.run();
            SortedMap<String, String> outputs = found(work);
            deleteLeftOver(name, last, outputs);
            folder.write(file(name), new WorkRecord(hash, result, outputs).write());
            return Outcome.of(true, result);
        } finally {
            forget(former, work);
        }
    }

    /** Deletes what the work has left, now that it is not wanted any more. Does nothing if it was never done. */
    public void undo(String name, Work work) throws IOException {
        WorkRecord last = last(name);
        deleteLeftOver(name, last, new TreeMap<>());
        forget(new TreeSet<>(last.outputs().keySet()), work);
        folder.delete(file(name));
    }

    /** Deletes what this work, and no other one, has left; what somebody has made of it since is not ours. */
    private void deleteLeftOver(String name, WorkRecord last, SortedMap<String, String> outputs) throws IOException {
        SortedMap<String, String> leftOver = new TreeMap<>(last.outputs());
        leftOver.keySet().removeAll(outputs.keySet());
        if (leftOver.isEmpty()) {
            return;
        }
        for (String other : folder.names()) {
            if (!other.equals(file(name))) {
                leftOver.keySet()
                        .removeAll(WorkRecord.read(folder.text(other)).outputs().keySet());
            }
        }
        for (var output : leftOver.entrySet()) {
            Path file = module.file(output.getKey());
            if (Files.isRegularFile(file) && hash(file).equals(output.getValue())) {
                module.delete(output.getKey());
            }
        }
    }

    private void forget(SortedSet<String> former, Work work) throws IOException {
        for (String name : former) {
            if (!Files.exists(module.file(name))) {
                work.forget(module.file(name));
            }
        }
    }

    private SortedMap<String, String> found(Work work) throws IOException {
        SortedMap<String, String> found = new TreeMap<>();
        for (Path output : work.outputs()) {
            if (Files.isRegularFile(output)) {
                found.put(module.name(output), hash(output));
            }
            FileTree tree = new FileTree(output);
            for (String name : Files.isDirectory(output) ? tree.names() : new TreeSet<String>()) {
                found.put(module.name(tree.file(name)), hash(tree.file(name)));
            }
        }
        return found;
    }

    private WorkRecord last(String name) throws IOException {
        return Files.isRegularFile(folder.file(file(name)))
                ? WorkRecord.read(folder.text(file(name)))
                : WorkRecord.NONE;
    }

    /** Readable, and different for names that differ in letters which a file system may not tell from each other. */
    private static String file(String name) {
        String hash = new ContentHash().add("name", name).hex().substring(0, SHORT);
        return name.replaceAll("[^A-Za-z0-9._-]", "-") + '-' + hash + ".txt";
    }

    private static String hash(Path file) throws IOException {
        return new ContentHash().add("", file).hex();
    }
}
