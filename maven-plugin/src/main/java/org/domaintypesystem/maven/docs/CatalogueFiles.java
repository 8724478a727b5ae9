package org.domaintypesystem.maven.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.domaintypesystem.maven.build.ContentHash;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Library;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.build.Work;
import org.domaintypesystem.maven.catalogue.Catalogue;
import org.domaintypesystem.maven.catalogue.CatalogueReader;
import org.domaintypesystem.maven.catalogue.HtmlWriter;
import org.domaintypesystem.maven.catalogue.MarkdownWriter;
import org.domaintypesystem.maven.catalogue.SchemaSource;
import org.domaintypesystem.maven.classes.CompiledTypes;
import org.domaintypesystem.maven.collect.ModuleSchemas;
import org.domaintypesystem.maven.collect.SchemaTexts;
import org.domaintypesystem.schema.SchemaSyntaxException;

/** Writes the catalogue of a module's types into a folder, where there may be other files, too. */
public final class CatalogueFiles implements Work {
    /** The names of the files. */
    public static final String HTML = "types.html";

    public static final String MARKDOWN = "types.md";

    private final Module module;
    private final String title;
    private final FileTree folder;

    /**
     * Prepares to write.
     *
     * @param title what the module is called
     */
    public CatalogueFiles(Module module, String title, FileTree folder) {
        this.module = module;
        this.title = title;
        this.folder = folder;
    }

    @Override
    public void addInputs(ContentHash inputs) throws IOException {
        inputs.add("title", title);
        ModuleSchemas.addInputs(module, inputs);
    }

    @Override
    public List<Path> outputs() {
        return List.of(folder.file(HTML), folder.file(MARKDOWN));
    }

    /** Writes the files; there are none for a module without types. */
    @Override
    public Result run() throws IOException, UserFault {
        SchemaTexts own = ModuleSchemas.of(module).texts();
        if (own.isEmpty()) {
            folder.delete(HTML);
            folder.delete(MARKDOWN);
        } else {
            Catalogue catalogue = catalogue(own);
            folder.write(HTML, HtmlWriter.write(catalogue));
            folder.write(MARKDOWN, MarkdownWriter.write(catalogue));
        }
        return new Result(own.byPath().size(), List.of());
    }

    private Catalogue catalogue(SchemaTexts own) throws IOException, UserFault {
        List<SchemaSource> others = new ArrayList<>();
        for (Library library : module.libraries()) {
            SchemaTexts texts = SchemaTexts.amongClasses(library.toString(), library.file());
            if (!texts.isEmpty()) {
                others.add(new SchemaSource(texts.shown(), texts.byPath(), CompiledTypes.messages(library.file())));
            }
        }
        try {
            SortedSet<String> messages = CompiledTypes.messages(module.classes());
            return CatalogueReader.read(new SchemaSource(title, own.byPath(), messages), others);
        } catch (SchemaSyntaxException e) {
            throw new UserFault("the types cannot be shown: " + e.getMessage());
        }
    }
}
