package org.domaintypesystem.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.codec.WireReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuilderTest {
    @ParameterizedTest
    @CsvSource({
        "tank, -128, 127",
        "level, -32768, 32767",
        "count, -2147483648, 2147483647",
        "at, -9223372036854775808, 9223372036854775807",
        "tankNo, 0, 255",
        "port, 0, 65535",
        "crc, 0, 4294967295",
        "serial, 0, 18446744073709551615",
    })
    void integersHaveTheirRange(String field, BigInteger least, BigInteger most) {
        for (BigInteger number : List.of(least, most)) {
            DynamicStruct batch = goesRound(Brewery.of(Map.of(field, number)));
            assertThat(new BigInteger(batch.get(field).toString())).isEqualTo(number);
        }
        for (BigInteger number : List.of(least.subtract(BigInteger.ONE), most.add(BigInteger.ONE))) {
            assertThatThrownBy(() -> Brewery.of(Map.of(field, number)))
                    .isInstanceOf(EncodeException.class)
                    .hasMessageStartingWith("brewery.Batch." + field + " is " + number + ", which ");
        }
    }

    @Test
    void whatAFieldCannotHoldIsRefusedByItsName() {
        refused("count", 1.5, "brewery.Batch.count is 1.5, a java.lang.Double, and Int32 is expected");
        refused("count", "1", "brewery.Batch.count is 1, a java.lang.String, and Int32 is expected");
        refused("started", 1, "brewery.Batch.started is 1, a java.lang.Integer, and Bool is expected");
        refused("celsius", 1e300, "brewery.Batch.celsius is 1.0E300");
        refused("name", 7, "brewery.Batch.name is a java.lang.Integer, and Text, a String, is expected");
        refused("photo", "x", "Data, a byte[] or ByteBuffer, is expected");
        refused(
                "style",
                "stout",
                "brewery.Batch.style is stout, which is no constant of brewery.Batch.Style: there are pilsner");
        refused("style", new DynamicEnum(null, 1 << 16), "a constant of brewery.Batch.Style is expected");
        refused("id", "x", "dts.Uuid, a UUID, is expected");
        refused("payment", Map.of("cheque", 1), "brewery.Batch.Payment has no field 'cheque': there are unset, cash");
        refused("names", "x", "List(Text), a List or an array, is expected");
        refused("names", List.of(1), "Text, a String, is expected");
        refused("steps", Collections.singletonList(null), "brewery.Batch.steps holds a null");
        refused("ids", Collections.singletonList(null), "brewery.Batch.ids holds a null");
        refused("flags", Collections.singletonList(null), "brewery.Batch.flags holds a null");
        refused("nothings", List.of(1), "brewery.Batch.nothings holds 1");
        refused("nothings", Collections.nCopies(5000, null), "at most 4096");
        refused("nothing", 1, "brewery.Batch.nothing is Void");
        refused("anything", "x", "brewery.Batch.anything is an AnyPointer");
        refused("parts", List.of(Brewery.of(Map.of()), 1), "brewery.Batch, a DynamicStruct");
        assertThatThrownBy(() -> Brewery.batch().builder().set("count", null))
                .isInstanceOf(EncodeException.class)
                .hasMessage("brewery.Batch.count is null, and Int32 is expected");
        assertThatThrownBy(() -> Brewery.batch().builder().set("colour", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no field 'colour'");
    }

    private static void refused(String field, Object value, String message) {
        assertThatThrownBy(() -> Brewery.of(Map.of(field, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void manyTypesOfJavaAreTaken() {
        DynamicStruct batch = goesRound(Brewery.of(Map.of(
                "level",
                (byte) 7,
                "gravity",
                3,
                "photo",
                ByteBuffer.wrap(new byte[] {1, 2, 3}, 1, 1),
                "style",
                new DynamicEnum("paleAle", 0),
                "names",
                Set.of("x"),
                "flags",
                new boolean[] {true},
                "grid",
                new int[][] {{1}, {}},
                "styles",
                List.of("paleAle", new DynamicEnum(null, 9)),
                "parts",
                List.of(Brewery.batch().builder().set("count", 1), Map.of("count", 2)))));
        assertThat(batch.get("level")).isEqualTo(7);
        assertThat(batch.get("gravity")).isEqualTo(3.0);
        assertThat(batch.getData("photo")).containsExactly(2);
        assertThat(batch.get("style")).isEqualTo(new DynamicEnum("paleAle", 1));
        assertThat(batch.get("names")).isEqualTo(List.of("x"));
        assertThat(batch.get("flags")).isEqualTo(List.of(true));
        assertThat(batch.get("grid")).isEqualTo(List.of(List.of(1), List.of()));
        assertThat(batch.get("styles")).isEqualTo(List.of(new DynamicEnum("paleAle", 1), new DynamicEnum(null, 9)));
        assertThat(batch.getList("parts"))
                .extracting(part -> ((DynamicStruct) part).get("count"))
                .containsExactly(1, 2);
    }

    @Test
    void aUnionHoldsWhatWasSetLast() {
        DynamicStruct.Builder builder = Brewery.batch().builder();
        builder.set("payment", Map.of("card", Map.of("number", "1")));
        DynamicStruct paid = builder.build().getStruct("payment");
        DynamicStruct unset = goesRound(builder.set("payment", paid).build());
        assertThat(unset.getStruct("payment").which().name()).isEqualTo("card");
        builder.set("payment", Collections.singletonMap("unset", null));
        assertThat(goesRound(builder.build()).getStruct("payment").which())
                .isEqualTo(new DynamicUnion("unset", 0, null));
        assertThat(builder.set("limit", 5).build().get("limit")).isEqualTo(5);
        assertThat(goesRound(builder.set("limit", null).build()).get("limit")).isNull();
        assertThat(goesRound(builder.build()))
                .isEqualTo(builder.set("limit", null).build());
    }

    @Test
    void namedUnionsOfOtherLanguagesAreUnions() {
        DynamicCodec codec = DynamicCodec.of(Brewery.schema("""
                @0xb4f0b9a0e1d3c001;
                struct Batch @0xb4f0b9a0e1d3c002 {
                  fill :union { empty @0 :Void; beer @1 :Text; parts @2 :List(Text); }
                  kept :union { some @3 :Text; none @4 :Void; }
                }
                """));
        DynamicStruct batch = codec.builder().set("fill", Map.of("beer", "ale")).build();
        assertThat(batch.get("fill")).isEqualTo(new DynamicUnion("beer", 1, "ale"));
        assertThat(batch.toJson()).isEqualTo("{\"fill\":{\"beer\":\"ale\"},\"kept\":null}");
        DynamicStruct newer =
                codec.builder().set("fill", new DynamicUnion(null, 7, null)).build();
        assertThat(newer.toJson()).isEqualTo("{\"fill\":{\"7\":null},\"kept\":null}");
        DynamicStruct again = Brewery.decode(codec, Brewery.encode(codec, newer));
        assertThat(again).isEqualTo(newer).isNotEqualTo(batch);
        assertThatThrownBy(() -> codec.builder().set("fill", "ale")).hasMessageContaining("a DynamicUnion");
        assertThatThrownBy(() -> codec.builder().set("fill", Map.of("wine", 1)))
                .hasMessageContaining("brewery.Batch.fill has no alternative wine: there are empty, beer, parts");
    }

    @Test
    void aBuilderGoesOnWithoutChangingWhatItMade() {
        DynamicStruct.Builder builder = Brewery.batch().builder().set("count", 1);
        byte[] photo = {1};
        DynamicStruct first = builder.set("photo", photo).build();
        builder.set("count", 2).set("photo", null);
        photo[0] = 9;
        assertThat(first.get("count")).isEqualTo(1);
        assertThat(first.getData("photo")).containsExactly(1);
    }

    @Test
    void depthIsThatOfTheGeneratedCodecs() {
        DynamicStruct deep = Brewery.of(Map.of());
        for (int i = 1; i < WireReader.MAX_DEPTH; i++) {
            deep = Brewery.of(Map.of("parts", List.of(deep)));
        }
        assertThat(goesRound(deep)).isEqualTo(deep);
        DynamicStruct deeper = Brewery.of(Map.of("parts", List.of(deep)));
        assertThatThrownBy(() -> Brewery.encode(Brewery.batch(), deeper))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining("more than 64 deep");
    }

    @Test
    void whatDoesNotFitIsOutOfSpace() {
        DynamicStruct batch = Brewery.of(Map.of("name", "Münchner", "parts", Arrays.asList(Map.of(), Map.of())));
        int length = Brewery.encode(Brewery.batch(), batch).length;
        for (int limit = 0; limit < length; limit++) {
            byte[] buffer = new byte[limit];
            assertThatThrownBy(() -> Brewery.batch().encode(batch, buffer, 0, buffer.length))
                    .isInstanceOf(OutOfSpaceException.class);
        }
    }

    private static DynamicStruct goesRound(DynamicStruct struct) {
        DynamicStruct read = Brewery.decode(Brewery.batch(), Brewery.encode(Brewery.batch(), struct));
        assertThat(read).isEqualTo(struct);
        return read;
    }
}
