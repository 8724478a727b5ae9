package org.domaintypesystem.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Javadoc becomes comments of the schema, and changes nothing else. */
class DocumentationTest {
    private static final String ODD = """
            /**
             * Keeps <b>beer</b> at {@code 4 < t &amp; t < 8}, see {@link java.util.Map.Entry#getKey() the key} and {@linkplain Mode}.
             * 100 % “ünïcode” 🍺, a # sign, "quotes", \\\\backslashes, a; semicolon {braces} and } one more.
             *
             * <p>A second paragraph, long: LONG
             * <ul>
             *   <li>one
             *   <li>two &lt;three&gt;
             * </ul>
             *
             * @param name what it is called,
             *     on two lines
             * @param level in {@code Map<Level, String>}; {@literal @}not a tag
             * @since 1
             */
            """.replace("LONG", "word ".repeat(60));

    private static final Version DOCUMENTED = Version.of(List.of(
            ODD
                    + "@DtsType record Vat(@DtsKey String name, @Nullable Integer level, Mode mode, Step step, Bean bean, Instant at) {}",
            """
            /** How it works. */
            @DtsValue enum Mode {
                /** Warm. */
                HEATING,
                /**
                 * Cold.
                 *
                 * @see #HEATING
                 */
                RESTING
            }""",
            """
            /** What to do. */
            @DtsValue sealed interface Step {
                /**
                 * Warms it up.
                 *
                 * @param degrees in °C
                 */
                @DtsValue record Heat(int degrees) implements Step {}
                /** Nothing. */
                @DtsValue record Rest() implements Step {}
            }""",
            """
            /** A class. */
            @DtsValue class Bean {
                /** Of the field. */
                private int size;
                private String label;
                /** Of the constructor. */
                public Bean() {}
                /** Returns the size. */
                public int getSize() { return size; }
                public void setSize(int size) { this.size = size; }
                /**
                 * Of the getter.
                 *
                 * @return a label
                 */
                public String getLabel() { return label; }
                /** Of the setter. */
                public void setLabel(String label) { this.label = label; }
            }"""));

    @Test
    void everyDeclarationHasItsComment() {
        assertThat(DOCUMENTED.schemaText())
                .contains("  name @0 :Text;\n    # what it is called, on two lines\n    # Key.\n")
                .contains("  level :union {\n    # in Map<Level, String>; @not a tag\n")
                .contains("  at @6 :Int64;\n    # Nanoseconds since 1970-01-01T00:00:00Z.\n");
        assertThat(DOCUMENTED.schemaText("lab/Mode.capnp"))
                .contains("{\n  # How it works.\n  heating @0;\n    # Warm.\n  resting @1;\n    # Cold.\n}");
        assertThat(DOCUMENTED.schemaText("lab/Step.capnp"))
                .contains("{\n  # What to do.\n")
                .contains("    heat @1 :StepHeat;\n      # Warms it up.\n")
                .contains("    rest @2 :StepRest;\n      # Nothing.\n");
        assertThat(DOCUMENTED.schemaText("lab/StepHeat.capnp"))
                .contains("{\n  # Warms it up.\n  degrees @0 :Int32;\n    # in °C\n}");
        assertThat(DOCUMENTED.schemaText("lab/Bean.capnp"))
                .contains("{\n  # A class.\n  size @0 :Int32;\n    # Of the field.\n")
                .contains("  label @1 :Text;\n    # Of the getter.\n");
    }

    @Test
    void tagsAndHtmlBecomePlainText() {
        assertThat(DOCUMENTED.schemaText())
                .contains("# Keeps beer at 4 < t & t < 8, see the key and Mode.")
                .contains("100 % “ünïcode” 🍺, a # sign, \"quotes\"")
                .contains("  # - one\n  # - two <three>\n")
                .doesNotContain("<li>", "@since", "@param", "{@");
        assertThat(DOCUMENTED.schemaText().lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    @Tag("capnp")
    void theToolReadsIt(@TempDir Path folder) throws IOException {
        DOCUMENTED.writeSchemas(folder);
        for (String file : List.of("Vat", "Mode", "Step", "StepHeat", "Bean")) {
            CapnpTool.in(folder).compile("-", List.of("lab/" + file + ".capnp"));
        }
    }

    @Test
    void commentsAreNoPartOfTheShape() {
        Version bare = Version.of(List.of(
                "@DtsType record Vat(String name, @Nullable Integer level, Mode mode, Step step, Bean bean, Instant at) {}",
                "@DtsValue enum Mode { HEATING, RESTING }",
                "@DtsValue sealed interface Step { @DtsValue record Heat(int degrees) implements Step {} "
                        + "@DtsValue record Rest() implements Step {} }",
                "@DtsValue record Bean(int size, String label) {}"));
        assertThat(bare.type()).isEqualTo(DOCUMENTED.type());
    }
}
