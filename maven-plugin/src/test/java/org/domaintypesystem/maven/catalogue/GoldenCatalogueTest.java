package org.domaintypesystem.maven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** With {@code -Ddts.golden.update=true}, the expected files are written anew. */
class GoldenCatalogueTest {

    @Test
    void htmlIsAsExpected() throws IOException {
        expect("types.html", HtmlWriter.write(Samples.brewery()));
    }

    @Test
    void markdownIsAsExpected() throws IOException {
        expect("types.md", MarkdownWriter.write(Samples.brewery()));
    }

    @Test
    void neitherTheOrderOfWhatComesInNorWhatNobodyRefersToMatters() throws IOException {
        SchemaSource runtime = Samples.runtime();
        TreeMap<String, String> needed = new TreeMap<>(runtime.texts());
        needed.remove("dts/LocalDateTime.capnp");
        TreeMap<String, String> reversed = new TreeMap<>(Collections.reverseOrder());
        reversed.putAll(Samples.own().texts());
        Catalogue other = CatalogueReader.read(
                new SchemaSource(Samples.own().owner(), reversed, Samples.own().messages()),
                List.of(new SchemaSource(runtime.owner(), needed, Set.of())));
        assertThat(HtmlWriter.write(other)).isEqualTo(HtmlWriter.write(Samples.brewery()));
        assertThat(MarkdownWriter.write(other)).isEqualTo(MarkdownWriter.write(Samples.brewery()));
    }

    @Test
    void linesEndInTheSameWayEverywhere() throws IOException {
        TreeMap<String, String> windows = new TreeMap<>(Samples.own().texts());
        windows.replaceAll((path, text) -> text.replace("\n", "\r\n"));
        List<SchemaSource> others = new ArrayList<>(List.of(Samples.runtime()));
        Catalogue other = CatalogueReader.read(
                new SchemaSource(Samples.own().owner(), windows, Samples.own().messages()), others);
        assertThat(HtmlWriter.write(other)).isEqualTo(HtmlWriter.write(Samples.brewery()));
    }

    private static void expect(String name, String text) throws IOException {
        Path file = Samples.FOLDER.resolve("expected").resolve(name);
        if (Boolean.getBoolean("dts.golden.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
