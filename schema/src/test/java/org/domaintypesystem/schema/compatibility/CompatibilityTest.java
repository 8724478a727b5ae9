package org.domaintypesystem.schema.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.domaintypesystem.schema.TypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompatibilityTest {
    @ParameterizedTest
    @EnumSource(Rule.class)
    void fullIsTheStricterOfBothDirections(Rule rule) {
        SchemaChange change = change(rule);
        assertThat(Compatibility.FULL.refuses(change))
                .isEqualTo(Compatibility.BACKWARD.refuses(change) || Compatibility.FORWARD.refuses(change));
        assertThat(Compatibility.NONE.refuses(change)).isFalse();
        assertThat(Compatibility.NONE.warnsOf(change)).isFalse();
    }

    @Test
    void whatOnlyOldProgramsDoNotKnowIsARiskForThem() {
        SchemaChange change = change(Rule.CONSTANT_ADDED);
        assertThat(Compatibility.BACKWARD.warnsOf(change)).isFalse();
        assertThat(Compatibility.FORWARD.warnsOf(change)).isTrue();
        assertThat(Compatibility.FULL.warnsOf(change)).isTrue();
        assertThat(Compatibility.FULL.refuses(change)).isFalse();
    }

    @Test
    void whatIsRefusedIsNoWarning() {
        SchemaChange change = change(Rule.TYPE_CHANGED);
        assertThat(Compatibility.FULL.refuses(change)).isTrue();
        assertThat(Compatibility.BACKWARD.refuses(change)).isTrue();
        assertThat(Compatibility.FORWARD.refuses(change)).isTrue();
        assertThat(Compatibility.FULL.warnsOf(change)).isFalse();
    }

    @Test
    void idsOfRulesAreThoseOfTheirConstants() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::id))
                .containsExactlyElementsOf(Arrays.stream(Rule.values())
                        .map(rule -> rule.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
    }

    @Test
    void changeIsShownWithItsLines() {
        SchemaChange change = new SchemaChange(
                Rule.TYPE_CHANGED,
                new TypeName("brewery", "Vat"),
                "speed",
                "speed @0 :Int8;",
                "speed @0 :Int16;",
                "speed was Int8 and is Int16");
        assertThat(change).hasToString("""
                brewery.Vat: speed was Int8 and is Int16 [type-changed]
                  - speed @0 :Int8;
                  + speed @0 :Int16;""");
    }

    private static SchemaChange change(Rule rule) {
        return new SchemaChange(rule, new TypeName("brewery", "Vat"), "", "", "", "");
    }
}
