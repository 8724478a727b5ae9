package org.domaintypesystem.schema.compatibility;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.junit.jupiter.api.Test;

class VersionDifferenceTest {
    private static final String MODE = "enum Mode @0x%s { off @0; on @1; }".formatted(id("Level.Mode"));
    private static final Schema BASE = level("tank @0 :Text; litres @1 :Float64; mode @2 :Mode; " + MODE);
    private static final Schema MORE = level("tank @0 :Text; litres @1 :Float64; mode @2 :Mode; at @3 :Int64; " + MODE);

    private static String id(String name) {
        return TypeIds.hex(TypeIds.typeId(new TypeName("brewery", name)));
    }

    private static Schema level(String members) {
        String file = "brewery/Level.capnp";
        String text = "@0x%s;\nstruct Level @0x%s { %s }\n"
                .formatted(TypeIds.hex(TypeIds.fileId(file)), id("Level"), members);
        return CapnpReader.read(file, Map.of(file, text)::get);
    }

    private static List<Rule> rules(VersionDifference difference) {
        return difference.changes().stream().map(SchemaChange::rule).toList();
    }

    @Test
    void anOlderWriterHasFewerFields() {
        VersionDifference difference = VersionDifference.between(BASE, MORE);
        assertThat(difference.isReadable()).isTrue();
        assertThat(difference.isWrittenNewer()).isFalse();
        assertThat(rules(difference)).containsExactly(Rule.FIELD_ADDED);
    }

    @Test
    void aNewerWriterHasMore() {
        VersionDifference difference = VersionDifference.between(MORE, BASE);
        assertThat(difference.isReadable()).isTrue();
        assertThat(difference.isWrittenNewer()).isTrue();
        assertThat(rules(difference)).containsExactly(Rule.FIELD_ADDED);
    }

    @Test
    void nobodyReadsAnotherType() {
        Schema other = level("tank @0 :Text; litres @1 :Text; mode @2 :Mode; " + MODE);
        for (VersionDifference difference :
                List.of(VersionDifference.between(BASE, other), VersionDifference.between(other, BASE))) {
            assertThat(difference.isReadable()).isFalse();
            assertThat(rules(difference)).containsExactly(Rule.TYPE_CHANGED);
        }
    }

    @Test
    void nobodyReadsWhatWasInsertedBeforeOthers() {
        Schema inserted = level("tank @0 :Text; at @1 :Int64; litres @2 :Float64; mode @3 :Mode; " + MODE);
        assertThat(VersionDifference.between(BASE, inserted).isReadable()).isFalse();
        assertThat(VersionDifference.between(inserted, BASE).isReadable()).isFalse();
    }

    @Test
    void versionsThatWentApartInDifferentDeclarationsReadEachOther() {
        Schema moreModes =
                level("tank @0 :Text; litres @1 :Float64; mode @2 :Mode; enum Mode @0x%s { off @0; on @1; idle @2; }"
                        .formatted(id("Level.Mode")));
        assertThat(VersionDifference.between(MORE, moreModes).isReadable()).isTrue();
        assertThat(VersionDifference.between(moreModes, MORE).isReadable()).isTrue();
    }

    @Test
    void versionsThatGaveOneNumberToTwoFieldsDoNot() {
        Schema other = level("tank @0 :Text; litres @1 :Float64; mode @2 :Mode; source @3 :Text; " + MODE);
        assertThat(VersionDifference.between(MORE, other).isReadable()).isFalse();
        assertThat(VersionDifference.between(other, MORE).isReadable()).isFalse();
    }

    @Test
    void aFieldThatBecameNullableIsReadByThoseWhoDoNotKnow() {
        Schema nullable =
                level("tank @0 :Text; litres :union { some @1 :Float64; none @3 :Void; } mode @2 :Mode; " + MODE);
        assertThat(VersionDifference.between(nullable, BASE).isReadable()).isTrue();
        assertThat(VersionDifference.between(BASE, nullable).isReadable()).isTrue();
    }

    @Test
    void nothingChangedIsNoDifference() {
        assertThat(VersionDifference.between(BASE, BASE)).isEqualTo(new VersionDifference(true, false, List.of()));
    }

    /** What is said of an alternative shows the whole union: once, however many of them there are. */
    @Test
    void aUnionOfThousandsOfAlternativesTakesNoMoreMemoryThanItsLine() {
        String alternatives = IntStream.range(3, 3_003)
                .mapToObj(i -> "alternativeOfALongName" + i + " @" + i + " :Void;")
                .collect(joining(" ", "choice :union { ", " } "));
        Schema base = level("tank @0 :Text; litres @1 :Float64; mode @2 :Mode; " + MODE);
        Schema wide = level("tank @0 :Text; litres @1 :Float64; mode @2 :Mode; " + alternatives + MODE);
        Set<String> lines = Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<SchemaChange> changes :
                List.of(SchemaComparer.compare(base, wide), SchemaComparer.compare(wide, base))) {
            assertThat(changes).hasSize(3_000);
            changes.forEach(change -> lines.addAll(List.of(change.before(), change.after())));
        }
        lines.removeIf(String::isEmpty);
        assertThat(lines).hasSize(2);
        assertThat(VersionDifference.between(wide, base).isReadable()).isTrue();
    }
}
