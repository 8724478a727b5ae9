package org.domaintypesystem.dynamic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamicStructTest {
    private static final String TEXT = """
            (started = true, tank = -128, level = -32768, count = -2147483648, at = -9223372036854775808, tankNo = 255,
             port = 65535, crc = 4294967295, serial = 18446744073709551615, celsius = 19.5, gravity = -1.25,
             name = "Münchner", photo = 0x"00 ff", style = paleAle, limit = (some = 7),
             id = (hi = 0x0123456789abcdef, lo = 0xfedcba9876543210), price = (unscaled = 0x"30 39", scale = 2),
             brewed = (epochDay = 1, nanoOfDay = 1), racked = (epochDay = 1, nanoOfDay = 0, offsetSeconds = 3600),
             bottled = (epochDay = 1, nanoOfDay = 0, offsetSeconds = 3600, zone = "Europe/Berlin"),
             payment = (card = (number = "42")), labels = [(key = "a", value = 1), (key = "b", value = 2)],
             names = ["x", ""], photos = [0x"01"], steps = [(celsius = 52, note = "rest"), ()],
             grid = [[1, -1], []], flags = [true, false, true], styles = [paleAle, pilsner],
             serials = [18446744073709551615], nothings = [void, void], parts = [(name = "inner", parts = [()])],
             ids = [(hi = 0, lo = 1)], layers = [[(note = "deep")]], counts = [(key = 0.5, value = "half")])
            """;

    @Test
    @Tag("capnp")
    void everyKindOfFieldIsReadByItsName(@TempDir Path folder) throws IOException {
        DynamicStruct batch = fromTool(folder, TEXT);
        assertThat(batch.get("started")).isEqualTo(true);
        assertThat(batch.get("tank")).isEqualTo(-128);
        assertThat(batch.get("level")).isEqualTo(-32768);
        assertThat(batch.get("count")).isEqualTo(Integer.MIN_VALUE);
        assertThat(batch.get("at")).isEqualTo(Long.MIN_VALUE);
        assertThat(batch.get("tankNo")).isEqualTo(255);
        assertThat(batch.get("port")).isEqualTo(65535);
        assertThat(batch.get("crc")).isEqualTo(4294967295L);
        assertThat(batch.get("serial")).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(batch.get("celsius")).isEqualTo(19.5f);
        assertThat(batch.get("gravity")).isEqualTo(-1.25);
        assertThat(batch.get("name")).isEqualTo("Münchner");
        assertThat(batch.get("photo")).isEqualTo(ByteBuffer.wrap(new byte[] {0, -1}));
        assertThat(batch.get("style")).isEqualTo(new DynamicEnum("paleAle", 1));
        assertThat(batch.get("limit")).isEqualTo(7);
        assertThat(batch.get("id")).isEqualTo(UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210"));
        assertThat(batch.get("price")).isEqualTo(new BigDecimal("123.45"));
        assertThat(batch.get("brewed")).isEqualTo(LocalDateTime.parse("1970-01-02T00:00:00.000000001"));
        assertThat(batch.get("racked")).isEqualTo(OffsetDateTime.parse("1970-01-02T00:00+01:00"));
        assertThat(batch.get("bottled")).isEqualTo(ZonedDateTime.parse("1970-01-02T00:00+01:00[Europe/Berlin]"));
        assertThat(batch.getMap("labels")).isEqualTo(Map.of("a", 1L, "b", 2L));
        assertThat(batch.get("names")).isEqualTo(List.of("x", ""));
        assertThat(batch.get("photos")).isEqualTo(List.of(ByteBuffer.wrap(new byte[] {1})));
        assertThat(batch.get("grid")).isEqualTo(List.of(List.of(1, -1), List.of()));
        assertThat(batch.get("flags")).isEqualTo(List.of(true, false, true));
        assertThat(batch.get("styles"))
                .isEqualTo(List.of(new DynamicEnum("paleAle", 1), new DynamicEnum("pilsner", 0)));
        assertThat(batch.get("serials")).isEqualTo(List.of(new BigInteger("18446744073709551615")));
        assertThat(batch.get("nothings")).isEqualTo(Arrays.asList(null, null));
        assertThat(batch.get("ids")).isEqualTo(List.of(new UUID(0, 1)));
        assertThat(batch.get("anything")).isNull();
        assertThat(batch.get("nothing")).isNull();
        List<?> steps = batch.getList("steps");
        assertThat(((DynamicStruct) steps.get(0)).getDouble("celsius")).isEqualTo(52);
        assertThat(((DynamicStruct) steps.get(1)).has("note")).isFalse();
        DynamicStruct part = (DynamicStruct) batch.getList("parts").get(0);
        assertThat(part.getText("name")).isEqualTo("inner");
        DynamicUnion which = batch.getStruct("payment").which();
        assertThat(which.name()).isEqualTo("card");
        assertThat(((DynamicStruct) which.value()).getText("number")).isEqualTo("42");
        assertThat(batch.getStruct("payment").has("cash")).isFalse();
    }

    @Test
    @Tag("capnp")
    void whatIsWrittenTheToolShowsAlike(@TempDir Path folder) throws IOException {
        DynamicStruct batch = fromTool(folder, TEXT);
        CapnpTool capnp = CapnpTool.in(folder);
        byte[] tools = capnp.encode(Brewery.FILE, Brewery.TYPE, TEXT);
        assertThat(capnp.decode(Brewery.FILE, Brewery.TYPE, Brewery.encode(Brewery.batch(), batch)))
                .isEqualTo(capnp.decode(Brewery.FILE, Brewery.TYPE, tools));
    }

    @Test
    void defaultsAreZeroAndNull() {
        DynamicStruct batch = Brewery.of(Map.of());
        assertThat(batch.get("started")).isEqualTo(false);
        assertThat(batch.get("serial")).isEqualTo(BigInteger.ZERO);
        assertThat(batch.get("style")).isEqualTo(new DynamicEnum("pilsner", 0));
        assertThat(batch.get("limit")).isNull();
        assertThat(batch.get("name")).isNull();
        assertThat(batch.get("parts")).isNull();
        assertThat(batch.which()).isNull();
        assertThat(batch.fields())
                .startsWith("started", "tank")
                .contains("limit")
                .endsWith("nothing");
    }

    @Test
    void typedAccessSaysWhatIsWrong() {
        DynamicStruct batch =
                Brewery.of(Map.of("serial", new BigInteger("18446744073709551615"), "count", 3, "names", List.of("x")));
        assertThat(Long.toUnsignedString(batch.getLong("serial"))).isEqualTo("18446744073709551615");
        assertThat(batch.getDouble("count")).isEqualTo(3);
        assertThat(batch.getBoolean("started")).isFalse();
        assertThat(batch.getEnum("style")).hasToString("pilsner");
        assertThatThrownBy(() -> batch.get("colour"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("brewery.Batch has no field 'colour': there are started, tank,");
        assertThatThrownBy(() -> batch.getText("count"))
                .isInstanceOf(ClassCastException.class)
                .hasMessage("brewery.Batch.count holds Integer, not String");
        assertThatThrownBy(() -> batch.getLong("gravity")).isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> batch.getLong("limit"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("limit is absent");
        assertThatThrownBy(() -> batch.getMap("names")).isInstanceOf(ClassCastException.class);
    }

    @Test
    void nobodyCanChangeWhatWasRead() {
        byte[] message = Brewery.encode(
                Brewery.batch(),
                Brewery.of(Map.of("photo", new byte[] {1, 2}, "photos", List.of(new byte[] {3}), "name", "x")));
        DynamicStruct batch = Brewery.decode(Brewery.batch(), message);
        String before = batch.toJson();
        Arrays.fill(message, (byte) -1);
        batch.getData("photo")[0] = 9;
        ((ByteBuffer) batch.get("photo")).position(1);
        ((ByteBuffer) batch.getList("photos").get(0)).position(1);
        assertThatThrownBy(() -> batch.getList("photos").set(0, null))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(batch.toJson()).isEqualTo(before);
    }

    @Test
    void olderAndNewerSendersAreUnderstood() {
        DynamicCodec old = DynamicCodec.of(Brewery.schema("""
                @0xb4f0b9a0e1d3c001;
                struct Batch @0xb4f0b9a0e1d3c002 {
                  started @0 :Bool;
                  steps @1 :List(Float64);
                  style @2 :Style;
                  payment @3 :Payment;
                  enum Style @0xb4f0b9a0e1d3c003 { pilsner @0; }
                  struct Payment @0xb4f0b9a0e1d3c005 { union { unset @0 :Void; cash @1 :Text; } }
                }
                """));
        DynamicCodec now = DynamicCodec.of(Brewery.schema("""
                @0xb4f0b9a0e1d3c001;
                struct Batch @0xb4f0b9a0e1d3c002 {
                  started @0 :Bool;
                  steps @1 :List(Step);
                  style @2 :Style;
                  payment @3 :Payment;
                  count @4 :Int32;
                  note @5 :Text;
                  limit :union { none @6 :Void; some @7 :Int32; }
                  enum Style @0xb4f0b9a0e1d3c003 { pilsner @0; porter @1; }
                  struct Step @0xb4f0b9a0e1d3c004 { celsius @0 :Float64; note @1 :Text; }
                  struct Payment @0xb4f0b9a0e1d3c005 { union { unset @0 :Void; cash @1 :Text; card @2 :Text; } }
                }
                """));
        DynamicStruct fromOld = Brewery.decode(
                now,
                Brewery.encode(
                        old,
                        old.builder()
                                .set("started", true)
                                .set("steps", new double[] {52, 63})
                                .build()));
        assertThat(fromOld.toJson())
                .isEqualTo(
                        "{\"started\":true,\"steps\":[{\"celsius\":52.0,\"note\":null},{\"celsius\":63.0,\"note\":null}],"
                                + "\"style\":\"pilsner\",\"payment\":null,\"count\":0,\"note\":null,\"limit\":null}");
        byte[] fromNow = Brewery.encode(
                now,
                now.builder()
                        .set("count", 5)
                        .set("style", "porter")
                        .set("payment", Map.of("card", "42"))
                        .build());
        DynamicStruct atOld = Brewery.decode(old, fromNow);
        assertThat(atOld.get("style")).isEqualTo(new DynamicEnum(null, 1));
        assertThat(atOld.getStruct("payment").which()).isEqualTo(new DynamicUnion(null, 2, null));
        assertThat(atOld.toJson()).isEqualTo("{\"started\":false,\"steps\":null,\"style\":1,\"payment\":{\"2\":null}}");
        assertThat(Brewery.decode(old, Brewery.encode(old, atOld))).isEqualTo(atOld);
        assertThat(now.builder()
                        .set("payment", atOld.get("payment"))
                        .build()
                        .getStruct("payment")
                        .which())
                .isEqualTo(new DynamicUnion("card", 2, null));
    }

    @Test
    void ofAPointerToAnythingIsKnownThatItIsThere() {
        DynamicCodec other = DynamicCodec.of(Brewery.schema(Brewery.BATCH.replace(":AnyPointer", ":Text")));
        byte[] message =
                Brewery.encode(other, other.builder().set("anything", "x").build());
        DynamicStruct batch = Brewery.decode(Brewery.batch(), message);
        assertThat(batch.get("anything")).isEqualTo(DynamicPointer.OPAQUE);
        assertThat(batch.toJson()).contains("\"anything\":\"OPAQUE\"");
        assertThatThrownBy(() -> Brewery.encode(Brewery.batch(), batch))
                .isInstanceOf(EncodeException.class)
                .hasMessageContaining("brewery.Batch.anything is an AnyPointer");
    }

    @Test
    void equalityIsThatOfTheFields() {
        DynamicStruct batch = Brewery.of(Map.of("photo", new byte[] {1}, "photos", List.of(new byte[] {2})));
        DynamicStruct read = Brewery.decode(Brewery.batch(), Brewery.encode(Brewery.batch(), batch));
        assertThat(read).isEqualTo(batch).hasSameHashCodeAs(batch);
        assertThat(read).isNotEqualTo(Brewery.of(Map.of()));
    }

    private static DynamicStruct fromTool(Path folder, String text) throws IOException {
        Brewery.write(folder, Brewery.BATCH);
        byte[] message = CapnpTool.in(folder).run(text.getBytes(UTF_8), "encode", "-I.", Brewery.FILE, Brewery.TYPE);
        return Brewery.decode(Brewery.batch(), message);
    }
}
