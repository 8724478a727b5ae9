package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.domaintypesystem.schema.Member.Field;
import org.domaintypesystem.schema.testing.SampleSchemas;
import org.junit.jupiter.api.Test;

class SchemaFingerprintTest {
    private static final TypeName NAME = new TypeName("brewery", "Vat");
    private static final long ID = TypeIds.typeId(NAME);

    private static final String LINES = """
            struct bbc86d3881eb068b brewery.Temperature.Entry4
            0 key - Text
            1 value - Text
            struct c4823d37f52fcc19 brewery.Temperature
            0 sensor - Text
            1 value - Float64
            2 none accuracy Void
            3 some accuracy Float32
            4 tags - List(bbc86d3881eb068b)
            5 unit - d38e96d15eb0a52e
            struct c6792c4d00d25b17 brewery.plant.Unit
            enum d38e96d15eb0a52e brewery.Unit
            0 celsius
            1 fahrenheit
            struct ddd5360671d95e66 brewery.plant.Event
            0 unset * Void
            1 reading * c4823d37f52fcc19
            2 unit * c6792c4d00d25b17
            3 units * List(List(d38e96d15eb0a52e))
            """;

    @Test
    void linesNameEverythingThatCanBeReached() {
        assertThat(SchemaFingerprint.lines(Schema.of(SampleSchemas.EVENT, SampleSchemas.ALL)))
                .isEqualTo(LINES);
    }

    /** The numbers were computed outside of Java, from the lines above. */
    @Test
    void schemaIdIsTheHashOfTheLines() {
        assertThat(TypeIds.hex(SchemaFingerprint.schemaId(Schema.of(SampleSchemas.EVENT, SampleSchemas.ALL))))
                .isEqualTo("9b37120ef5e3c605");
        assertThat(TypeIds.hex(SchemaFingerprint.schemaId(Schema.of(SampleSchemas.TEMPERATURE, SampleSchemas.ALL))))
                .isEqualTo("ecb17c0a8aa41d0e");
        assertThat(TypeIds.hex(schemaId(SampleSchemas.UNIT))).isEqualTo("787c5356197aad8b");
    }

    @Test
    void commentsAndOrderDoNotMatter() {
        List<Member> members = List.of(
                new Field("a", 0, Type.Basic.BOOL, "Changed."), Member.Union.optional("b", 1, Type.Basic.INT8, ""));
        List<Member> reversed = new ArrayList<>(members);
        Collections.reverse(reversed);
        assertThat(schemaId(new Node.StructNode(ID, NAME, reversed, List.of(), "Doc.")))
                .isEqualTo(schemaId(new Node.StructNode(ID, NAME, members)));
    }

    @Test
    void everyChangeThatAMessageCanShowMatters() {
        Field field = new Field("a", 0, Type.Basic.INT32);
        long before = schemaId(field);
        List<UnaryOperator<Field>> changes = List.of(
                f -> new Field("b", f.ordinal(), f.type()),
                f -> new Field(f.name(), 1, f.type()),
                f -> new Field(f.name(), f.ordinal(), Type.Basic.UINT32),
                f -> new Field(f.name(), f.ordinal(), new Type.ListOf(f.type())));
        assertThat(changes)
                .allSatisfy(change -> assertThat(schemaId(change.apply(field))).isNotEqualTo(before));
        assertThat(schemaId(new Node.StructNode(ID + 1, NAME, List.of(field)))).isNotEqualTo(before);
    }

    private static long schemaId(Field field) {
        return schemaId(new Node.StructNode(ID, NAME, List.of(field)));
    }

    private static long schemaId(Node root) {
        return SchemaFingerprint.schemaId(Schema.of(root, List.of()));
    }
}
