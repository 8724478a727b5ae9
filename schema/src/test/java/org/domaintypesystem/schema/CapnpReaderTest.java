package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.testing.SampleSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapnpReaderTest {
    private static final String ID = "@0xf5b9311184e8ad3f;\n";
    private static final TypeName NAME = new TypeName("brewery", "Vat");

    @Test
    void readsWhatPeopleMakeOfIt() {
        String text = """
                \uFEFF# heading
                @0xf5b9311184e8ad3f  # id
                ;\r
                using Kind=import"/brewery/Unit.capnp" . Unit ;
                struct#a
                Vat@0xC4823D37F52FCC19{# The vat.
                # It is round.

                # This belongs to nobody.
                  b@1:import "/brewery/Unit.capnp".Unit; # Late.

                  a @0 : List ( List(Int32) )
                    ;
                  struct Lid { } # Of the lid.
                  lid @ 2 : .Vat . Lid;
                  kind @3 :Kind;struct @4 :Vat;
                }
                """;
        Map<String, String> texts = Map.of("brewery/Vat.capnp", text, "brewery/Unit.capnp", unit());
        TypeName lid = NAME.nested("Lid");
        long lidId = TypeIds.childId(0xc4823d37f52fcc19L, "Lid");
        assertThat(CapnpReader.readFile("brewery/Vat.capnp", texts::get))
                .isEqualTo(new SchemaFile(
                        0xf5b9311184e8ad3fL,
                        new StructNode(
                                0xc4823d37f52fcc19L,
                                NAME,
                                List.of(
                                        new Field("b", 1, SampleSchemas.UNIT_REF, "Late."),
                                        new Field("a", 0, new Type.ListOf(new Type.ListOf(Type.Basic.INT32))),
                                        new Field("lid", 2, new Type.StructRef(lidId, lid)),
                                        new Field("kind", 3, SampleSchemas.UNIT_REF),
                                        new Field("struct", 4, new Type.StructRef(0xc4823d37f52fcc19L, NAME))),
                                List.of(new StructNode(lidId, lid, List.of(), List.of(), "Of the lid.")),
                                "The vat.\nIt is round.")));
    }

    @Test
    void importsMayGoInCircles() {
        Map<String, String> texts = Map.of(
                "Egg.capnp", """
                        @0xf5b9311184e8ad31;
                        using import "/Hen.capnp".Hen;
                        struct Egg { from @0 :Hen; }
                        """,
                "Hen.capnp", """
                        @0xf5b9311184e8ad32;
                        using import "/Egg.capnp".Egg;
                        struct Hen { eggs @0 :List(Egg); }
                        """);
        assertThat(CapnpReader.read("Egg.capnp", texts::get).nodes())
                .extracting(node -> node.name().qualified())
                .containsExactlyInAnyOrder("Egg", "Hen");
    }

    @Test
    void unusedImportIsNotFollowed() {
        assertThat(read("using import \"/Missing.capnp\".Missing;\nstruct Vat {}")
                        .root()
                        .name())
                .isEqualTo(NAME);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    struct Vat {                              | 3:1: expected a field, a union, a nested type or '}', found the end of the file
                    struct Vat { a :Int32; }                  | 2:17: expected 'union'; a field has its ordinal before the ':', found 'Int32'
                    struct Vat { a @0 ; }                     | 2:19: expected ':', found ';'
                    struct Vat { a @0 :; }                    | 2:20: expected a type, found ';'
                    struct Vat { a @0 :Int33; }               | 2:20: expected a type, but nothing is called 'Int33' here
                    struct Vat { a @0 :Vat.Lid; }             | 2:20: expected a type, but nothing is called 'Vat.Lid' here
                    struct Vat { a @0 :.Text; }               | 2:20: expected a type, but nothing is called 'Text' here
                    struct Vat { a @0 :List; }                | 2:20: expected a type, but nothing is called 'List' here
                    struct Vat { a @0 :List(Int8; }           | 2:29: expected ')', found ';'
                    struct Vat { a @0 :Int8 = 7; }            | 2:25: expected ';': DTS knows no default values, found '='
                    struct Vat { a @x :Int8; }                | 2:17: expected an ordinal from 0 to 65534, found 'x'
                    struct Vat { a @65535 :Int8; }            | 2:17: expected an ordinal from 0 to 65534, found '65535'
                    struct Vat { a @1 :Int8; }                | 2:8: ordinal @0 is missing: ordinals run from @0 without gaps
                    struct Vat { a @0 :Int8; a @1 :Int8; }    | 2:26: the name is used twice
                    struct Vat { A @0 :Int8; }                | 2:14: 'A' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits
                    struct Vat { a_b @0 :Int8; }              | 2:15: the character '_' cannot stand here: names consist of ASCII letters and digits
                    struct Vat { a @0 :List(AnyPointer); }    | 2:14: Cap'n Proto has no List(AnyPointer)
                    struct Vat { union { a @0 :Void; } }      | 2:34: expected at least two fields in the union, found '}'
                    struct Vat { u :union { a @0 :Int8; b @1 :Int8; } } | 2:14: union 'u' is of a kind that DTS does not lay out: it must be either none and some, or have only Void and pointers as alternatives
                    struct Vat { u :group { a @0 :Int8; } }   | 2:17: expected 'union'; a field has its ordinal before the ':', found 'group'
                    struct Vat { a @0 :Int8 $foo; }           | 2:25: expected ';', found an annotation: DTS schemas have none
                    struct Vat $foo {}                        | 2:12: expected '{', found an annotation: DTS schemas have none
                    struct Vat(T) {}                          | 2:11: expected '{', found '('
                    struct Vat @17 {}                         | 2:13: expected an id such as 0xc4823d37f52fcc19, found '17'
                    struct Vat @0x17 {}                       | 2:8: @0x0000000000000017 is not an id: the top bit must be set
                    struct Vat @0xf5b9311184e8ad3f {}         | 2:8: brewery.Vat has the id @0xf5b9311184e8ad3f of file brewery/Vat.capnp
                    struct Vat { struct Lid {} enum Lid {} }  | 2:33: 'Lid' is declared twice
                    struct Vat { enum Kind { a @0; b @0; } }  | 2:19: ordinal @0 is used twice
                    struct Vat { enum Kind { a @0; a @1; } }  | 2:32: the name is used twice
                    struct Vat {} struct Lid {}               | 2:15: expected the end of the file: a file declares one type, found 'struct'
                    struct Lid {}                             | 2:8: expected the type that the path of the file names; brewery.Lid belongs into brewery/Lid.capnp
                    const pi :Float64 = 3;                    | 2:1: expected 'using', 'struct' or 'enum', found 'const'
                    interface Vat {}                          | 2:1: expected 'using', 'struct' or 'enum', found 'interface'
                    using Lid = Vat.Lid;                      | 2:13: expected 'import', found 'Vat'
                    using import "Lid.capnp".Lid;             | 2:14: expected a path such as "/brewery/Unit.capnp", found "Lid.capnp"
                    using import "/Lid.capnp";                | 2:26: expected '.' and the name of the type in that file, found ';'
                    using import "/Lid.capnp                  | 2:14: expected a string that ends on its line and has no '\\'
                    struct Vat { a @0 :import "/Lid.capnp".Lid; } | 2:27: there is no file Lid.capnp
                    struct Vat { a @0 :import "/brewery/Unit.capnp".Lid; } | 2:27: expected a type, but nothing is called 'Lid' here
                    using import "/brewery/Unit.capnp".Unit; using import "/a/Unit.capnp".Unit; struct Vat {} | 2:55: 'Unit' is imported twice
                    using Vat = import "/brewery/Unit.capnp".Unit; struct Vat {} | 2:20: 'Vat' is the name of the type that the file declares
                    """)
    void errorSaysWhereItIsAndWhatWasExpected(String declarations, String message) {
        assertThatExceptionOfType(SchemaSyntaxException.class)
                .isThrownBy(() -> read(declarations))
                .withMessage("brewery/Vat.capnp:" + message);
    }

    @Test
    void errorKnowsItsPlace() {
        assertThatExceptionOfType(SchemaSyntaxException.class)
                .isThrownBy(() -> read("struct Vat {\n  a @0 :Int33;\n}"))
                .satisfies(error -> {
                    assertThat(error.file()).isEqualTo("brewery/Vat.capnp");
                    assertThat(error.line()).isEqualTo(3);
                    assertThat(error.column()).isEqualTo(9);
                });
    }

    @Test
    void fileWithoutAnythingIsNoSchema() {
        failsWith(
                "", "brewery/Vat.capnp:1:1: expected the id of the file, such as @0xf5b9311184e8ad3f;, found the end");
        failsWith(ID, "brewery/Vat.capnp:2:1: expected 'struct' or 'enum', found the end of the file");
        failsWith("@0xf5b9", "brewery/Vat.capnp:1:8: expected ';', found the end of the file");
        assertThatExceptionOfType(SchemaSyntaxException.class)
                .isThrownBy(() -> CapnpReader.read("Vat.capnp", path -> null))
                .withMessage("Vat.capnp:1:1: there is no file Vat.capnp");
    }

    @Test
    void twoTypesWithOneIdAreRefused() {
        Map<String, String> texts = Map.of(
                "Egg.capnp", """
                        @0xf5b9311184e8ad31;
                        using import "/Hen.capnp".Hen;
                        struct Egg @0xf5b9311184e8ad33 { from @0 :Hen; }
                        """,
                "Hen.capnp", """
                        @0xf5b9311184e8ad32;
                        struct Hen @0xf5b9311184e8ad33 {}
                        """);
        assertThatExceptionOfType(SchemaSyntaxException.class)
                .isThrownBy(() -> CapnpReader.readFile("Egg.capnp", texts::get))
                .withMessage("Hen.capnp:2:8: Hen has the id @0xf5b9311184e8ad33 of Egg");
    }

    @Test
    void depthIsBounded() {
        int deep = 100_000;
        failsWith(
                ID + "struct Vat { a @0 :" + "List(".repeat(deep) + "Int8" + ")".repeat(deep) + "; }",
                "lists are nested more than 64 deep");
        failsWith(ID + "struct Vat {".repeat(deep), "declarations are nested more than 64 deep");
    }

    private static void failsWith(String text, String message) {
        assertThatExceptionOfType(SchemaSyntaxException.class)
                .isThrownBy(() -> CapnpReader.read("brewery/Vat.capnp", Map.of("brewery/Vat.capnp", text)::get))
                .withMessageContaining(message);
    }

    private static Schema read(String declarations) {
        Map<String, String> texts = new HashMap<>(Map.of("brewery/Unit.capnp", unit()));
        texts.put("brewery/Vat.capnp", ID + declarations + '\n');
        return CapnpReader.read("brewery/Vat.capnp", texts::get);
    }

    private static String unit() {
        return CapnpWriter.write(SchemaFile.of(SampleSchemas.UNIT));
    }
}
