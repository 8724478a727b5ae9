package org.domaintypesystem.maven;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.domaintypesystem.maven.build.FileTree;
import org.domaintypesystem.maven.build.Library;
import org.domaintypesystem.maven.build.Module;
import org.domaintypesystem.maven.build.UserFault;
import org.domaintypesystem.maven.catalogue.Catalogue;
import org.domaintypesystem.maven.catalogue.CatalogueReader;
import org.domaintypesystem.maven.catalogue.HtmlWriter;
import org.domaintypesystem.maven.catalogue.MarkdownWriter;
import org.domaintypesystem.maven.catalogue.SchemaSource;
import org.domaintypesystem.maven.collect.ModuleSchemas;
import org.domaintypesystem.maven.collect.SchemaTexts;
import org.domaintypesystem.schema.SchemaSyntaxException;

/**
 * Writes a catalogue of the types of the module, and of those of its dependencies that they refer to: what they mean, what is
 * in them, where they travel, and who uses whom. There are two files with the same content, <code>types.html</code>, which
 * needs no network, and <code>types.md</code>.
 */
@Mojo(
        name = "docs",
        defaultPhase = LifecyclePhase.PREPARE_PACKAGE,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
public final class DocsMojo extends DtsMojo {
    private static final String HTML = "types.html";
    private static final String MARKDOWN = "types.md";

    /** Leaves this goal out. */
    @Parameter(property = "dts.docs.skip", defaultValue = "false")
    private boolean skip;

    /** The folder for the catalogue. */
    @Parameter(property = "dts.docs.directory", defaultValue = "${project.build.directory}/dts-docs", required = true)
    private File outputDirectory;

    @Override
    boolean isSkipped() {
        return skip;
    }

    @Override
    void run() throws IOException, UserFault {
        FileTree folder = new FileTree(outputDirectory.toPath());
        Module module = module();
        SchemaTexts own = ModuleSchemas.of(module).texts();
        if (own.isEmpty()) {
            folder.delete(HTML);
            folder.delete(MARKDOWN);
            return;
        }
        Catalogue catalogue = catalogue(own, module.libraries());
        folder.write(HTML, HtmlWriter.write(catalogue));
        folder.write(MARKDOWN, MarkdownWriter.write(catalogue));
        getLog().info("wrote " + module.shown(folder.file(HTML)) + " and " + MARKDOWN);
    }

    private Catalogue catalogue(SchemaTexts own, List<Library> libraries) throws IOException, UserFault {
        String name = project().getGroupId()
                + ':'
                + project().getArtifactId()
                + ':'
                + project().getVersion();
        List<SchemaSource> others = new ArrayList<>();
        for (Library library : libraries) {
            SchemaTexts texts = SchemaTexts.amongClasses(library.toString(), library.file());
            if (!texts.isEmpty()) {
                others.add(new SchemaSource(texts.shown(), texts.byPath()));
            }
        }
        try {
            return CatalogueReader.read(new SchemaSource(name, own.byPath()), others);
        } catch (SchemaSyntaxException e) {
            throw new UserFault("the types cannot be shown: " + e.getMessage());
        }
    }
}
