package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.StructLayout.Slot;
import org.junit.jupiter.api.Test;

/** Rules that deserve a name; {@link ReferenceCompilerTest} compares everything else with the compiler. */
class StructLayoutTest {
    private static final TypeName NAME = new TypeName("brewery", "Temperature");

    @Test
    void smallValuesFillTheHolesThatEarlierOnesLeft() {
        StructLayout layout = layout(
                new Field("flag", 0, Type.Basic.BOOL),
                new Field("celsius", 1, Type.Basic.FLOAT64),
                new Field("count", 2, Type.Basic.INT32),
                new Field("sensor", 3, Type.Basic.TEXT),
                new Field("level", 4, Type.Basic.UINT8));
        assertThat(layout.dataWords()).isEqualTo(2);
        assertThat(layout.pointerCount()).isEqualTo(1);
        assertThat(layout.slots())
                .containsExactly(
                        new Slot(Storage.BIT, 0, Slot.NO_TAG),
                        new Slot(Storage.EIGHT_BYTES, 1, Slot.NO_TAG),
                        new Slot(Storage.FOUR_BYTES, 1, Slot.NO_TAG),
                        new Slot(Storage.POINTER, 0, Slot.NO_TAG),
                        new Slot(Storage.BYTE, 1, Slot.NO_TAG));
    }

    @Test
    void absentIsTagZeroInAnOptionalThatIsBornAsOne() {
        Union level = Union.optional("level", 0, Type.Basic.INT16, "");
        StructLayout layout = layout(level);
        assertThat(layout.tagOffset(level)).isZero();
        assertThat(layout.slots()).containsExactly(new Slot(Storage.NONE, 0, 0), new Slot(Storage.TWO_BYTES, 1, 1));
    }

    @Test
    void fieldThatBecomesOptionalLaterKeepsItsSlot() {
        Field level = new Field("level", 0, Type.Basic.INT16);
        Field count = new Field("count", 1, Type.Basic.INT32);
        Union optional = new Union(
                "level", List.of(new Field("none", 2, Type.Basic.VOID), new Field("some", 0, Type.Basic.INT16)), "");
        StructLayout before = layout(level, count);
        StructLayout after = layout(optional, count);
        assertThat(after.slots().get(0))
                .isEqualTo(new Slot(Storage.TWO_BYTES, before.slot(level).offset(), 0));
        assertThat(after.slot(count)).isEqualTo(before.slot(count));
        assertThat(after.slots().get(2)).isEqualTo(new Slot(Storage.NONE, 0, 1));
    }

    @Test
    void alternativesOfASealedTypeShareOnePointer() {
        Union union = new Union(
                "",
                List.of(
                        new Field("unset", 0, Type.Basic.VOID),
                        new Field("ale", 1, Type.Basic.TEXT),
                        new Field("lager", 2, Type.Basic.TEXT)),
                "");
        StructLayout layout = layout(union);
        assertThat(layout.pointerCount()).isEqualTo(1);
        assertThat(layout.slots())
                .containsExactly(
                        new Slot(Storage.NONE, 0, 0), new Slot(Storage.POINTER, 0, 1), new Slot(Storage.POINTER, 0, 2));
    }

    @Test
    void structWithoutFieldsIsEmpty() {
        assertThat(layout()).isEqualTo(new StructLayout(0, 0, List.of(), Map.of()));
    }

    @Test
    void gapsAndDuplicatesAreRefused() {
        refused(
                "brewery.Temperature: ordinal @1 is missing: ordinals run from @0 without gaps",
                new Field("a", 0, Type.Basic.BOOL),
                new Field("b", 2, Type.Basic.BOOL));
        refused(
                "brewery.Temperature: ordinal @0 is used twice",
                new Field("a", 0, Type.Basic.BOOL),
                new Field("b", 0, Type.Basic.BOOL));
        refused("brewery.Temperature: ordinal -1 is negative", new Field("a", -1, Type.Basic.BOOL));
    }

    @Test
    void unionsThatDtsDoesNotEmitAreRefused() {
        String rule = " is of a kind that DTS does not lay out: it must be either none and some, "
                + "or have only Void and pointers as alternatives";
        List<Field> numbers = List.of(new Field("a", 0, Type.Basic.INT8), new Field("b", 1, Type.Basic.INT8));
        refused("brewery.Temperature: union 'either'" + rule, new Union("either", numbers, ""));
        refused("brewery.Temperature: the unnamed union" + rule, new Union("", numbers, ""));
    }

    @Test
    void tagOfAForeignUnionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layout().tagOffset(Union.optional("level", 0, Type.Basic.BOOL, "")))
                .withMessage("no union 'level' in this struct");
    }

    private static StructLayout layout(Member... members) {
        return StructLayout.of(new Node.StructNode(TypeIds.typeId(NAME), NAME, List.of(members)));
    }

    private static void refused(String message, Member... members) {
        assertThatIllegalArgumentException().isThrownBy(() -> layout(members)).withMessage(message);
    }
}
