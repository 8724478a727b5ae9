package org.domaintypesystem.maven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.domaintypesystem.schema.CapnpReader;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.SchemaSyntaxException;
import org.junit.jupiter.api.Test;

class CatalogueReaderTest {

    @Test
    void typesAreThoseOfTheModuleAndThoseThatTheseUse() throws IOException {
        assertThat(Samples.brewery().types())
                .extracting(type -> type.name().qualified())
                .containsExactly(
                        "Hello",
                        "brewery.Nothing",
                        "brewery.Temperature",
                        "brewery.Temperature.RangeOfInteger",
                        "brewery.Unit",
                        "brewery.plan.Batch",
                        "brewery.plan.Heat",
                        "brewery.plan.Step",
                        "dts.Decimal",
                        "dts.Uuid",
                        "strange.Awkward",
                        "strange.Awkward.Entry9");
        assertThat(type("dts.Uuid").owner()).isEqualTo("org.domaintypesystem:dts-runtime:1.0");
        assertThat(type("dts.Uuid").isOwn()).isFalse();
    }

    @Test
    void fieldsAreShownAsPeopleThinkOfThem() throws IOException {
        assertThat(rows("brewery.Temperature")).isEqualTo("""
                        0 sensor: Text
                        1 value: Float64
                        2, 3 accuracy: optional Float32
                        4 tags: map from Text to map from optional Int32 to brewery.Unit
                        5 unit: brewery.Unit
                        7 id: dts.Uuid
                        8 history: list of brewery.Temperature
                        9 limits: list of optional Float64
                        12 allowed: brewery.Temperature.RangeOfInteger
                        """);
        assertThat(rows("brewery.plan.Step")).isEqualTo("""
                        1 heat: brewery.plan.Heat
                        2 unit: brewery.Unit
                        3 another: brewery.plan.Batch
                        """);
        assertThat(rows("strange.Awkward")).isEqualTo("""
                        0 one: Text
                         two: one of these:
                        1 two.number: or Data
                        2 two.text: or Text
                         : one of these:
                        3 first: or nothing
                        4 second: or list of strange.Awkward.Entry9
                        5 self: list of strange.Awkward
                        """);
    }

    @Test
    void retiredNumbersAreKnown() throws IOException {
        assertThat(shown(type("brewery.Temperature").retired()))
                .isEqualTo("6 speed: Float32\n10, 11 pumps: optional Int32\n");
        assertThat(shown(type("brewery.Unit").retired())).isEqualTo("2 reaumur: nothing\n");
        assertThat(shown(type("brewery.plan.Step").retired())).isEqualTo("4 rest: AnyPointer\n");
    }

    @Test
    void usersAreKnownThroughMapsToo() throws IOException {
        assertThat(type("brewery.Unit").usedBy())
                .extracting(name -> name.qualified())
                .containsExactly("brewery.Temperature", "brewery.plan.Step");
        assertThat(type("brewery.Temperature").uses())
                .extracting(name -> name.qualified())
                .containsExactly(
                        "brewery.Temperature", "brewery.Temperature.RangeOfInteger", "brewery.Unit", "dts.Uuid");
    }

    @Test
    void whatWasRetiredIsNoUse() {
        String pump = "struct Pump @0x8eb0c1e4a3d2f601 { name @0 :Text; }";
        String vat = """
                using import "/Pump.capnp".Pump;
                struct Vat @0x8eb0c1e4a3d2f602 {
                  obsoletePump @0 :Pump;
                  obsoleteParts @1 :List(Pump);
                  obsoleteSpare :union {
                    none @2 :Void;
                    some @3 :Pump;
                  }
                }
                """;
        SortedMap<String, String> texts =
                new TreeMap<>(Samples.file("Pump.capnp", pump).texts());
        texts.putAll(Samples.file("Vat.capnp", vat).texts());
        Catalogue catalogue = CatalogueReader.read(new SchemaSource("test", texts, Set.of("Vat.capnp")), List.of());
        assertThat(catalogue.types())
                .extracting(type -> type.name().qualified())
                .containsExactly("Pump", "Vat");
        assertThat(catalogue.types().get(0).usedBy()).isEmpty();
        assertThat(catalogue.types().get(1).uses()).isEmpty();
        assertThat(shown(catalogue.types().get(1).retired())).contains("0 pump: Pump", "1 parts: list of Pump");
    }

    @Test
    void numbersAreThoseOfTheNetwork() throws IOException {
        CatalogueType temperature = type("brewery.Temperature");
        assertThat(temperature.shownId()).isEqualTo("0xc4823d37f52fcc19");
        assertThat(temperature.group()).isEqualTo("239.255.24.41");
        assertThat(temperature.schemaId())
                .isEqualTo(SchemaFingerprint.schemaId(CapnpReader.read("brewery/Temperature.capnp", path -> {
                    try {
                        return Samples.own()
                                .texts()
                                .getOrDefault(path, Samples.runtime().texts().get(path));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })));
        assertThat(temperature.isMessage()).isTrue();
        assertThat(type("brewery.Unit").isMessage()).isFalse();
        assertThat(type("brewery.plan.Heat").isMessage()).isFalse();
        assertThat(type("dts.Uuid").isMessage()).isFalse();
        assertThat(type("brewery.Temperature.RangeOfInteger").isMessage()).isFalse();
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        SchemaSource own = Samples.own();
        assertThatThrownBy(() -> CatalogueReader.read(own, List.of()))
                .isInstanceOf(SchemaSyntaxException.class)
                .hasMessageContaining("there is no file dts/Uuid.capnp");
    }

    private static CatalogueType type(String name) throws IOException {
        return Samples.brewery().types().stream()
                .filter(type -> type.name().qualified().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String rows(String name) throws IOException {
        return shown(type(name).rows());
    }

    private static String shown(List<CatalogueRow> rows) {
        return rows.stream()
                .map(row -> row.shownNumbers() + ' ' + row.name() + ": " + shown(row.type()) + '\n')
                .collect(Collectors.joining());
    }

    private static String shown(ShownType type) {
        StringBuilder text = new StringBuilder();
        for (ShownType.Part part : type.parts()) {
            if (part instanceof ShownType.Words words) {
                text.append(words.text());
            } else if (part instanceof ShownType.Keyword keyword) {
                text.append(keyword.text());
            } else if (part instanceof ShownType.Link link) {
                text.append(link.target().qualified());
            }
        }
        return text.toString();
    }
}
