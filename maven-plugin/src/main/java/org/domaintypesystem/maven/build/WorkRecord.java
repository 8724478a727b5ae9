package org.domaintypesystem.maven.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What some work was done with and what came of it, so that it need not be done again. Outputs that somebody deleted or
 * edited are no longer what came of it.
 */
public final class WorkRecord {
    private final FileTree folder;
    private final String name;

    /**
     * A record among those of a module.
     *
     * @param output the module's output folder
     * @param name what tells this work from other work of the module
     */
    public WorkRecord(Path output, String name) {
        this.folder = new FileTree(output.resolve("maven-status").resolve("dts-maven-plugin"));
        this.name = name.replaceAll("[^A-Za-z0-9._-]", "_") + ".sha256";
    }

    /** Whether the work has been done with these inputs, and its outputs are as it left them. */
    public boolean isCurrent(String inputs, List<Path> outputs) throws IOException {
        return Files.isRegularFile(folder.file(name)) && folder.text(name).equals(text(inputs, outputs));
    }

    /** Records that the work was done. */
    public void done(String inputs, List<Path> outputs) throws IOException {
        folder.write(name, text(inputs, outputs));
    }

    /** To be called before outputs are touched: work that is interrupted was not done. */
    public void begin() throws IOException {
        folder.delete(name);
    }

    private static String text(String inputs, List<Path> outputs) throws IOException {
        ContentHash hash = new ContentHash();
        for (int i = 0; i < outputs.size(); i++) {
            hash.add(Integer.toString(i), outputs.get(i));
        }
        return "inputs " + inputs + "\noutputs " + hash.hex() + '\n';
    }
}
