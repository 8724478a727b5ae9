package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeExpressionTest {
    private static final TypeName STEP = new TypeName("brewery", "Step");

    @ParameterizedTest
    @EnumSource(Type.Basic.class)
    void builtInTypesAreTheirKeywords(Type.Basic basic) {
        assertThat(TypeExpression.parse(basic.keyword())).isEqualTo(basic);
        assertThat(TypeExpression.of(basic)).isEqualTo(basic.keyword());
    }

    @Test
    void listsOfLists() {
        assertThat(TypeExpression.parse("List(List(UInt8))"))
                .isEqualTo(new Type.ListOf(new Type.ListOf(Type.Basic.UINT8)));
    }

    @Test
    void idFollowsFromTheName() {
        assertThat(TypeExpression.parse("struct brewery.Step"))
                .isEqualTo(new Type.StructRef(TypeIds.typeId(STEP), STEP));
        TypeName entry = new TypeName("", "Order").nested("Entry3").nested("Entry1");
        assertThat(TypeExpression.parse("List(struct Order.Entry3.Entry1)"))
                .isEqualTo(new Type.ListOf(new Type.StructRef(TypeIds.typeId(entry), entry)));
        TypeName mode = new TypeName("my_brewery.$units", "Mode");
        assertThat(TypeExpression.parse("enum my_brewery.$units.Mode"))
                .isEqualTo(new Type.EnumRef(TypeIds.typeId(mode), mode));
    }

    @Test
    void idThatDoesNotIsWrittenOut() {
        Type pinned = new Type.StructRef(0xc4823d37f52fcc19L, STEP);
        assertThat(TypeExpression.of(pinned)).isEqualTo("struct brewery.Step @0xc4823d37f52fcc19");
        assertThat(TypeExpression.parse("struct brewery.Step @0xc4823d37f52fcc19"))
                .isEqualTo(pinned);
    }

    @Test
    void whiteSpaceMeansNothing() {
        assertThat(TypeExpression.of(TypeExpression.parse("  List ( struct\tbrewery.Step@0xC4823D37F52FCC19 ) ")))
                .isEqualTo("List(struct brewery.Step @0xc4823d37f52fcc19)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Text",
                "List(Data)",
                "List(enum a.b.Mode)",
                "struct Step",
                "List(List(struct a.Order.Entry3 @0x8000000000000001))"
            })
    void textIsThatOfTheType(String text) {
        assertThat(TypeExpression.of(TypeExpression.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                       | 1 expected a type such as Float64, List(Text), struct brewery.Step or enum brewery.Mode, found the end
            String                   | 1 expected a type such as Float64, List(Text), struct brewery.Step or enum brewery.Mode, found 'String'
            List(Txt)                | 6 expected a type such as Float64, List(Text), struct brewery.Step or enum brewery.Mode, found 'Txt)'
            brewery.Step             | 1 expected a type such as Float64, List(Text), struct brewery.Step or enum brewery.Mode, found 'brewery.Step'
            List                     | 5 expected '(', found the end
            List(Text                | 10 expected ')', found the end
            List(Text))              | 11 expected the end of the type, found ')'
            Text;                    | 1 expected a type such as Float64, List(Text), struct brewery.Step or enum brewery.Mode, found 'Text;'
            Text Text                | 5 expected the end of the type, found ' Text'
            List(AnyPointer)         | 1 Cap'n Proto has no List(AnyPointer)
            struct                   | 7 expected the name of a type such as brewery.Step, found the end
            struct step              | 8 expected the name of a type such as brewery.Step, found 'step'
            struct brewery.          | 8 expected the name of a type such as brewery.Step, found 'brewery.'
            struct brewery..Step     | 8 'brewery.' is not a namespace: between its dots stand letters, digits, '_', '-' and '$', at least one
            struct brewery.Step.one  | 8 'one' cannot be a type name in Cap'n Proto: that is a letter A to Z, then ASCII letters and digits
            struct brewery.My_Step   | 8 'My_Step' cannot be a type name in Cap'n Proto: that is a letter A to Z, then ASCII letters and digits
            struct Text              | 8 'Text' is a type of Cap'n Proto itself and cannot be declared
            struct Step @17          | 13 expected an id such as @0xc4823d37f52fcc19, found '@17'
            struct Step @0x17        | 13 @0x0000000000000017 is not an id: the top bit must be set
            """)
    void errorSaysWhereItIsAndWhatWasExpected(String text, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypeExpression.parse(text))
                .withMessage("'" + text + "' is not a type: at column " + problem);
    }

    @Test
    void depthIsBounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TypeExpression.parse("List(".repeat(100_000)))
                .withMessageEndingWith("lists are nested more than 64 deep");
    }
}
