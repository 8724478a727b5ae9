package org.domaintypesystem.maven.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.collect.SchemaTexts;

/** The folder of schemas that is committed with the sources: what this module has promised. */
public final class Baseline {
    private final FileTree folder;
    private final String shown;

    public Baseline(Module module, Path folder) {
        this.folder = new FileTree(folder);
        this.shown = module.name(folder);
    }

    /** Where it is, for people. */
    public String shown() {
        return shown;
    }

    public boolean exists() throws IOException {
        return !folder.names(SchemaTexts.ENDING).isEmpty();
    }

    public Promise promise() throws IOException {
        return new Promise(shown, SchemaTexts.in(shown, folder.root()));
    }

    public Acceptances acceptances() throws IOException {
        return Acceptances.read(
                Files.isRegularFile(folder.file(Acceptances.NAME)) ? folder.text(Acceptances.NAME) : "");
    }

    /** Makes the promise anew. Returns the names of the files that were written or deleted. */
    public List<String> write(SchemaTexts texts) throws IOException {
        SchemaTexts before = SchemaTexts.in(shown, folder.root());
        List<String> touched = new ArrayList<>();
        for (Map.Entry<String, String> schema : texts.byPath().entrySet()) {
            if (!schema.getValue().equals(before.text(schema.getKey()))) {
                folder.write(schema.getKey(), schema.getValue());
                touched.add(schema.getKey());
            }
        }
        for (String path : before.byPath().keySet()) {
            if (texts.text(path) == null) {
                folder.delete(path);
                touched.add(path);
            }
        }
        return touched;
    }

    public void write(Acceptances acceptances) throws IOException {
        folder.write(Acceptances.NAME, acceptances.write());
    }
}
