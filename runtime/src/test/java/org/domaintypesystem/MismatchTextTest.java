package org.domaintypesystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.domaintypesystem.schema.TypeName;
import org.domaintypesystem.schema.compatibility.Rule;
import org.domaintypesystem.schema.compatibility.SchemaChange;
import org.junit.jupiter.api.Test;

class MismatchTextTest {
    @Test
    void noSenderDecidesHowLongTheTextIs() {
        assertThat(text(5).lines()).hasSize(11).last().asString().contains("field4");
        assertThat(text(4_000)).hasSizeLessThan(5_000).contains("field0").endsWith("\nand 3946 more");
    }

    private static String text(int changes) {
        List<SchemaChange> all = IntStream.range(0, changes)
                .mapToObj(i -> new SchemaChange(
                        Rule.FIELD_ADDED,
                        new TypeName("brewery", "Level"),
                        "field" + i,
                        "",
                        "field" + i + " @" + i + " :Text;",
                        "field" + i + " is a new field"))
                .toList();
        return new Mismatch("brewery.Level", 1, 2, 3, Mismatch.Kind.COMPATIBLE, true, all).toString();
    }
}
