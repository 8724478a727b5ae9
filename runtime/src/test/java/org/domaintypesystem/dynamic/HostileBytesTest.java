package org.domaintypesystem.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.junit.jupiter.api.Test;

/** Bytes that nobody meant, and schemas, are a value or a {@link DecodeException}, soon, and nothing else. */
class HostileBytesTest {
    private static final int ROUNDS = Integer.getInteger("dts.rounds", 4_000);
    private static final DynamicCodec BATCH = Brewery.batch();

    @Test
    void mutatedMessagesAreValuesOrRefused() {
        byte[] message = Brewery.encode(BATCH, everything());
        Random random = new Random(5387);
        int values = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] mutated = message.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                int at = random.nextInt(mutated.length);
                mutated[at] =
                        random.nextBoolean() ? (byte) random.nextInt() : (byte) (mutated[at] ^ 1 << random.nextInt(8));
            }
            values += survives(mutated) ? 1 : 0;
        }
        assertThat(values).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    /**
     * Reads bytes, shows what they are, and writes it again.
     *
     * @return whether they are a value
     */
    static boolean survives(byte[] bytes) {
        DynamicStruct value;
        try {
            value = BATCH.decode(bytes, 0, bytes.length);
        } catch (DecodeException refused) {
            return false;
        }
        JsonTest.parse(value.toJson());
        byte[] buffer = new byte[16 * bytes.length];
        try {
            int length = BATCH.encode(value, buffer, 0, buffer.length);
            assertThat(BATCH.decode(buffer, 0, length)).isEqualTo(value);
        } catch (EncodeException | OutOfSpaceException refused) {
            // A pointer to anything; one place that many pointers lead to.
        }
        return true;
    }

    @Test
    void everyTruncationIsRefused() {
        byte[] message = Brewery.encode(BATCH, everything());
        for (int length = 0; length < message.length; length++) {
            byte[] truncated = Arrays.copyOf(message, length);
            assertThatThrownBy(() -> Brewery.decode(BATCH, truncated)).isInstanceOf(DecodeException.class);
        }
    }

    @Test
    void listsOfNothingAreBounded() {
        assertThat(listOf("nothings :List(Void)", WireReader.MAX_EMPTY_STRUCTS, ElementSize.VOID)
                        .getList("nothings"))
                .hasSize(WireReader.MAX_EMPTY_STRUCTS);
        assertThatThrownBy(() -> listOf("nothings :List(Void)", (1 << 29) - 1, ElementSize.VOID))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("without a value");
        assertThatThrownBy(() -> listOf("parts :List(Batch)", (1 << 29) - 1, ElementSize.VOID))
                .isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> listOf("lists :List(List(Bool))", (1 << 29) - 1, ElementSize.POINTER))
                .isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> listOf("flags :List(Bool)", (1 << 29) - 1, ElementSize.BIT))
                .isInstanceOf(DecodeException.class);
    }

    @Test
    void manyListsOfNothingAreBoundedTogether() {
        byte[] message = new byte[8 + 8 + 8 + 8 * 100];
        int end = WireWriter.struct(message, 8, 16, 0, 1, message.length);
        int list = end;
        end = WireWriter.list(message, 16, list, ElementSize.POINTER, 100, message.length);
        for (int i = 0; i < 100; i++) {
            WireWriter.list(message, list + 8 * i, end, ElementSize.VOID, 100, message.length);
        }
        Framing.write(message, 0, end);
        assertThatThrownBy(() -> Brewery.decode(codec("lists @0 :List(List(Void));"), message))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("without a value");
    }

    /** A message of one list, whose elements are as its pointer says. */
    private static DynamicStruct listOf(String field, int count, int elementSize) {
        byte[] message = new byte[24];
        WireWriter.struct(message, 8, 16, 0, 1, message.length);
        WireWriter.int64(message, 16, 1 | (long) elementSize << 32 | (long) count << 35);
        Framing.write(message, 0, message.length);
        return Brewery.decode(codec(field.replace(" ", " @0 ") + ';'), message);
    }

    @Test
    void pointersToOneAndTheSamePlaceDoNotMultiply() {
        int fanOut = 200;
        byte[] message = new byte[8 + 8 + 8 + 4 * fanOut * 8 + 8];
        int end = WireWriter.struct(message, 8, 16, 0, 1, message.length);
        int pointer = 16;
        for (int level = 0; level < 4; level++) {
            int list = end;
            end = WireWriter.list(message, pointer, list, ElementSize.POINTER, fanOut, message.length);
            for (int i = 0; i < fanOut; i++) {
                WireWriter.list(
                        message,
                        list + i * 8,
                        end,
                        level < 3 ? ElementSize.POINTER : ElementSize.BYTE,
                        level < 3 ? fanOut : 8,
                        message.length);
            }
            pointer = list;
        }
        Framing.write(message, 0, message.length);
        assertThatThrownBy(() -> Brewery.decode(codec("texts @0 :List(List(List(List(Data))));"), message))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("again and again");
    }

    @Test
    void valuesOfATypeInEachOtherAreBounded() {
        DynamicCodec codec = codec("part @0 :Batch;");
        assertThat(Brewery.decode(codec, chain(WireReader.MAX_DEPTH + 1)).toJson())
                .endsWith("null" + "}".repeat(65));
        assertThatThrownBy(() -> Brewery.decode(codec, chain(WireReader.MAX_DEPTH + 2)))
                .isInstanceOf(DecodeException.class)
                .hasMessage("values of a type in each other, more than 64 deep");
    }

    /** A schema may come from anybody, too: thousands of types, each in the next, are no recursion and as deep. */
    @Test
    void typesInEachOtherAreBounded() {
        DynamicCodec codec = DynamicCodec.of(nested(5_000));
        assertThat(Brewery.decode(codec, chain(Reading.MAX_NESTING)).toJson()).startsWith("{\"inner\":{\"inner\":");
        assertThatThrownBy(() -> Brewery.decode(codec, chain(5_000)))
                .isInstanceOf(DecodeException.class)
                .hasMessage("structs and lists in each other, more than 512 deep");
    }

    @Test
    void listsInListsAreBounded() {
        Type type = Type.Basic.BOOL;
        for (int i = 0; i < 100; i++) {
            type = new Type.ListOf(type);
        }
        Schema schema = Schema.of(node(0, List.of(new Member.Field("lists", 0, type))), List.of());
        assertThatThrownBy(() -> DynamicCodec.of(schema))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lists of lists");
    }

    @Test
    void schemasThatNoCompilerWritesAreRefused() {
        Node.EnumNode far = new Node.EnumNode(id(1), name(1), List.of(new Node.Enumerant("far", Integer.MAX_VALUE)));
        Node.StructNode ofEnum =
                node(0, List.of(new Member.Field("constant", 0, new Type.EnumRef(far.id(), far.name()))));
        assertThatThrownBy(() -> DynamicCodec.of(Schema.of(ofEnum, List.of(far))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("T1.far is @2147483647, and numbers run from @0 without gaps");
        assertThatThrownBy(() -> DynamicCodec.of(Schema.of(far, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no struct");
        Node.StructNode ofStruct =
                node(0, List.of(new Member.Field("struct", 0, new Type.StructRef(far.id(), far.name()))));
        Node.EnumNode none = new Node.EnumNode(far.id(), far.name(), List.of());
        assertThatThrownBy(() -> DynamicCodec.of(Schema.of(ofStruct, List.of(none))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another kind");
        List<Member> many = IntStream.range(0, 1 << 16)
                .<Member>mapToObj(i -> new Member.Field("f" + i, i, Type.Basic.TEXT))
                .toList();
        assertThatThrownBy(() -> DynamicCodec.of(Schema.of(node(0, many), List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("T0 is larger than a struct can be");
    }

    @Test
    void namesThatNoCompilerTakesAreStillJson() {
        Node.StructNode struct = node(0, List.of(new Member.Field("\"", 0, Type.Basic.BOOL)));
        DynamicCodec codec = DynamicCodec.of(Schema.of(struct, List.of()));
        assertThat(JsonTest.parse(codec.builder().build().toJson()).keySet()).containsExactly("\"");
    }

    /** Memory goes with the message, however many fields the schema says that its structs have. */
    @Test
    void manyFieldsThatAMessageDoesNotHaveTakeNoRoom() {
        int elements = 50_000;
        String fields = IntStream.range(0, 2_000)
                .mapToObj(i -> "f" + i + " @" + (i + 1) + (i % 2 == 0 ? " :Int64; " : " :Text; "))
                .collect(Collectors.joining());
        DynamicCodec codec = codec("parts @0 :List(Batch); " + fields);
        DynamicCodec small = codec("parts @0 :List(Int64);");
        byte[] buffer = new byte[elements * 8 + 64];
        int length =
                small.encode(small.builder().set("parts", new long[elements]).build(), buffer, 0, buffer.length);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        codec.decode(buffer, 0, length);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        DynamicStruct value = codec.decode(buffer, 0, length);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(value.getList("parts")).hasSize(elements);
        assertThat(allocated).isLessThan(12L * length);
    }

    private static byte[] chain(int structs) {
        byte[] message = new byte[8 + 8 * structs + 8];
        for (int i = 0; i < structs; i++) {
            WireWriter.struct(message, 8 + 8 * i, 16 + 8 * i, 0, 1, message.length);
        }
        Framing.write(message, 0, message.length);
        return message;
    }

    private static Schema nested(int count) {
        List<Node> nodes = IntStream.range(0, count)
                .<Node>mapToObj(i -> node(
                        i,
                        i == count - 1
                                ? List.of()
                                : List.of(new Member.Field("inner", 0, new Type.StructRef(id(i + 1), name(i + 1))))))
                .toList();
        return Schema.of(nodes.get(0), nodes);
    }

    private static Node.StructNode node(int number, List<Member> members) {
        return new Node.StructNode(id(number), name(number), members);
    }

    private static TypeName name(int number) {
        return new TypeName("", "T" + number);
    }

    private static long id(int number) {
        return TypeIds.typeId(name(number));
    }

    private static DynamicCodec codec(String fields) {
        return DynamicCodec.of(
                Brewery.schema("@0xb4f0b9a0e1d3c001; struct Batch @0xb4f0b9a0e1d3c002 { " + fields + " }"));
    }

    static DynamicStruct everything() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", "Münchner");
        fields.put("photo", new byte[] {1, 2, 3});
        fields.put("style", "paleAle");
        fields.put("limit", 3);
        fields.put("id", new UUID(1, 2));
        fields.put("price", new BigDecimal("12.50"));
        fields.put("racked", OffsetDateTime.parse("2026-11-24T18:05:01+01:00"));
        fields.put("bottled", ZonedDateTime.parse("2026-11-24T18:05:01+01:00[Europe/Berlin]"));
        fields.put("payment", Map.of("card", Map.of("number", "42")));
        fields.put("labels", Map.of("a", 1, "b", 2));
        fields.put("names", Arrays.asList("x", null, "y"));
        fields.put("photos", List.of(new byte[9]));
        fields.put("steps", List.of(Map.of("celsius", 52, "note", "rest"), Map.of()));
        fields.put("grid", List.of(new short[] {1}, new short[0]));
        fields.put("flags", new boolean[13]);
        fields.put("styles", List.of("paleAle"));
        fields.put("serials", List.of(7));
        fields.put("nothings", Arrays.asList(null, null));
        fields.put("parts", List.of(Map.of("name", "inner", "parts", List.of(Map.of()))));
        fields.put("ids", List.of(new UUID(3, 4)));
        fields.put("layers", List.of(List.of(Map.of("note", "deep"))));
        fields.put("counts", Map.of(0.5, "half"));
        return Brewery.of(fields);
    }
}
