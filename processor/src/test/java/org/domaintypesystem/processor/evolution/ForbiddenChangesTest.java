package org.domaintypesystem.processor.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.domaintypesystem.schema.compatibility.Compatibility;
import org.domaintypesystem.schema.compatibility.SchemaChange;
import org.domaintypesystem.schema.compatibility.SchemaComparer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may not change in a type is found in its schemas, with advice that can be copied into the source. */
class ForbiddenChangesTest {
    /** An annotation as a message writes it out. */
    private static final Pattern ANNOTATION =
            Pattern.compile("@Dts(?:Field|Retired)\\((?!n\\))(?:\"[^\"]*\"|[^\")])*\\)");

    private static final Pattern NAMES = Pattern.compile("write (.*) in its annotation");

    static Stream<Forbidden> changes() {
        return Forbidden.changes();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theAdviceHelps(Forbidden change) {
        Version older = Version.of(change.before());
        List<SchemaChange> refused = refused(older, Version.of(change.after()));
        assertThat(refused.stream().map(found -> found.rule().id()))
                .as("%s", refused)
                .containsExactly(change.rule());
        if (!change.follows().isEmpty()) {
            Version mended = Version.of(follow(refused.get(0).message(), change.follows()));
            assertThat(refused(older, mended)).as(refused.get(0).message()).isEmpty();
            assertThat(mended.type().typeId()).isEqualTo(older.type().typeId());
        }
    }

    private static List<SchemaChange> refused(Version older, Version newer) {
        return SchemaComparer.compare(older.schema(), newer.schema()).stream()
                .filter(Compatibility.FULL::refuses)
                .toList();
    }

    private static List<String> follow(String message, List<String> declarations) {
        List<String> annotations = new ArrayList<>();
        for (Matcher written = ANNOTATION.matcher(message); written.find(); ) {
            annotations.add(written.group());
        }
        List<String> followed = new ArrayList<>();
        for (String declaration : declarations) {
            String text = declaration;
            for (int i = 0; i < annotations.size(); i++) {
                text = text.replace("{" + i + "}", annotations.get(i));
            }
            Matcher names = NAMES.matcher(message);
            followed.add(names.find() ? text.replace("{names}", names.group(1)) : text);
        }
        assertThat(followed.toString()).as(message).doesNotContainPattern("\\{(\\d|names)}");
        return followed;
    }
}
