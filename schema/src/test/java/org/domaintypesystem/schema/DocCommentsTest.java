package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node.EnumNode;
import org.domaintypesystem.schema.Node.Enumerant;
import org.domaintypesystem.schema.Node.StructNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Javadoc becomes in a schema: any text is a comment of its declaration, and comes back. */
class DocCommentsTest {
    private static final TypeName NAME = new TypeName("brewery", "Vat");
    private static final String MANY_LINES = "First line.\n\n  indented\n\nLast \"line\"; } # { @0x8000000000000000;";

    @Test
    void everyDeclarationKeepsItsLines() {
        TypeName kind = NAME.nested("Kind");
        SchemaFile file = SchemaFile.of(new StructNode(
                TypeIds.typeId(NAME),
                NAME,
                List.of(
                        new Field("name", 0, Type.Basic.TEXT, MANY_LINES),
                        new Union(
                                "level",
                                List.of(
                                        new Field("some", 1, Type.Basic.INT32, MANY_LINES),
                                        new Field("none", 2, Type.Basic.VOID, MANY_LINES)),
                                MANY_LINES)),
                List.of(new EnumNode(
                        TypeIds.typeId(kind), kind, List.of(new Enumerant("open", 0, MANY_LINES)), MANY_LINES)),
                MANY_LINES));
        assertThat(reread(file)).isEqualTo(file);
    }

    @Test
    void longLinesAreWrappedAtWords() {
        String word = "mash ";
        SchemaFile file = file(word.repeat(60) + "\n  * " + word.repeat(40) + "\n" + "x".repeat(200) + " y");
        String text = CapnpWriter.write(file);
        assertThat(text.lines().filter(line -> !line.contains("x")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110))
                .anySatisfy(line -> assertThat(line).hasSizeGreaterThan(100));
        assertThat(text).contains("\n  #   * mash", "\n  #   mash", "\n  # " + "x".repeat(200) + "\n  # y\n");
        assertThat(text.split("mash", -1)).hasSize(2 * (60 + 40) + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bell\u0007, nul\u0000, escape\u001b[31m and del\u007f",
                "separators\u2028of\u2029lines\u0085of\u000btext\u000cand pages",
                "half a character \ud800, the other half \udc00, and a whole one \ud83c\udf7a",
                "\u00a0no-break space\u00a0",
                "tab\tin, and at the start:\n\ttab",
                "*/ // <p>{@code &amp;}",
                "#\n##\n# \n#!",
                "\r\n \r\n",
                "32 °C – größer ≥ 東京"
            })
    void oddCharactersDoNotBreakTheFile(String doc) {
        SchemaFile read = reread(file(doc));
        assertThat(read.root().doc().lines()).noneMatch(line -> line.chars().anyMatch(c -> c < ' ' && c != '\t'));
        assertThat(((StructNode) read.root()).fields()).hasSize(1);
        assertThat(CapnpWriter.write(reread(read))).isEqualTo(CapnpWriter.write(file(doc)));
    }

    @Test
    void charactersThatCannotBeShownAreReplaced() {
        assertThat(reread(file("a\u0000b\ud800c\u2028d")).root().doc()).isEqualTo("a b\uFFFDc\nd");
    }

    private static SchemaFile file(String doc) {
        return SchemaFile.of(new StructNode(
                TypeIds.typeId(NAME), NAME, List.of(new Field("name", 0, Type.Basic.TEXT, doc)), List.of(), doc));
    }

    private static SchemaFile reread(SchemaFile file) {
        return CapnpReader.readFile(file.path(), Map.of(file.path(), CapnpWriter.write(file))::get);
    }
}
