package org.domaintypesystem.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.domaintypesystem.schema.testing.SampleSchemas;
import org.junit.jupiter.api.Test;

/** The largest schemas that travel, and larger ones. */
class SchemaLimitsTest {
    @Test
    void whatIsAsLargeAsItMayBeIsReadAgain() {
        assertGoesRound(Schema.of(struct("Wide", fields(SchemaLimits.MAX_FIELDS, "f")), List.of()));
        assertGoesRound(chain(SchemaLimits.MAX_NODES));
        assertGoesRound(Schema.of(
                struct("Named", List.of(new Member.Field("n".repeat(SchemaLimits.MAX_NAME), 0, Type.Basic.VOID))),
                List.of()));
        assertGoesRound(Schema.of(
                struct("N".repeat((SchemaLimits.MAX_DISPLAY_NAME - ".capnp:".length()) / 2), List.of()), List.of()));
        assertGoesRound(Schema.of(
                struct("Deep", List.of(new Member.Field("f", 0, lists(SchemaLimits.MAX_LIST_DEPTH)))), List.of()));
        assertGoesRound(Schema.of(struct(inEachOther(SchemaLimits.MAX_NESTING), List.of()), List.of()));
    }

    @Test
    void whatIsLargerIsNotWritten() {
        refused(
                Schema.of(struct("Wide", fields(SchemaLimits.MAX_FIELDS + 1, "f")), List.of()),
                "the schema of Wide has 4097 fields and enumerants, at most 4096");
        refused(chain(SchemaLimits.MAX_NODES + 1), "1025 structs, enums and unions");
        refused(
                Schema.of(
                        struct(
                                "Named",
                                List.of(new Member.Field("n".repeat(SchemaLimits.MAX_NAME + 1), 0, Type.Basic.VOID))),
                        List.of()),
                "257 characters in the name nnnnnnn");
        refused(
                Schema.of(struct("N".repeat(SchemaLimits.MAX_DISPLAY_NAME / 2), List.of()), List.of()),
                "1031 characters in the name NNNN");
        refused(
                Schema.of(
                        struct("Deep", List.of(new Member.Field("f", 0, lists(SchemaLimits.MAX_LIST_DEPTH + 1)))),
                        List.of()),
                "65 lists in each other");
        refused(
                Schema.of(struct(inEachOther(SchemaLimits.MAX_NESTING + 1), List.of()), List.of()),
                "33 declarations in each other");
        refused(
                Schema.of(
                        struct("Wide", fields(SchemaLimits.MAX_FIELDS, "f".repeat(SchemaLimits.MAX_NAME - 4))),
                        List.of()),
                "the schema of Wide takes more than 1048576 bytes");
    }

    @Test
    void whatIsTooLargeForAMessageIsNotRead() {
        byte[] message = new byte[SchemaLimits.MAX_BYTES + 8];
        assertThatThrownBy(() -> NodesReader.message(message, 0, message.length, 1, 1))
                .isInstanceOf(RefusedSchemaException.class)
                .hasMessageContaining("a message of 1048584 bytes");
    }

    @Test
    void spaceThatIsTooSmallIsLeftAsItsEndWas() {
        Schema schema = Schema.of(SampleSchemas.TEMPERATURE, SampleSchemas.ALL);
        int needed = NodesWriter.message(schema).length;
        for (int limit = 16; limit < needed; limit += 8) {
            byte[] space = new byte[limit];
            int most = limit;
            assertThatThrownBy(() -> NodesWriter.write(schema, space, 8, 16, most))
                    .isInstanceOf(OutOfSpaceException.class);
        }
        assertThat(NodesWriter.write(schema, new byte[needed], 8, 16, needed)).isEqualTo(needed);
    }

    private static void assertGoesRound(Schema schema) {
        byte[] message = NodesWriter.message(schema);
        ReceivedSchema read =
                NodesReader.message(message, 0, message.length, schema.root().id(), SchemaFingerprint.schemaId(schema));
        assertThat(Declarations.travelling(read.schema())).isEqualTo(Declarations.travelling(schema));
    }

    private static void refused(Schema schema, String because) {
        assertThatThrownBy(() -> NodesWriter.message(schema))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining(because);
    }

    private static String inEachOther(int declarations) {
        return "D" + ".D".repeat(declarations - 1);
    }

    /** Structs of which each refers to the next. */
    private static Schema chain(int length) {
        List<Node> structs = new ArrayList<>();
        for (int i = length - 1; i >= 0; i--) {
            Type next = structs.isEmpty()
                    ? Type.Basic.TEXT
                    : new Type.StructRef(
                            structs.get(structs.size() - 1).id(),
                            structs.get(structs.size() - 1).name());
            structs.add(struct("S" + i, List.of(new Member.Field("next", 0, next))));
        }
        return Schema.of(structs.get(length - 1), structs);
    }

    private static Type lists(int depth) {
        Type type = Type.Basic.INT8;
        for (int i = 0; i < depth; i++) {
            type = new Type.ListOf(type);
        }
        return type;
    }

    private static List<Member> fields(int count, String prefix) {
        return IntStream.range(0, count)
                .mapToObj(i -> (Member) new Member.Field(prefix + i, i, Type.Basic.BOOL))
                .toList();
    }

    private static Node.StructNode struct(String name, List<Member> members) {
        TypeName typeName = new TypeName("", name);
        return new Node.StructNode(TypeIds.typeId(typeName), typeName, members);
    }
}
