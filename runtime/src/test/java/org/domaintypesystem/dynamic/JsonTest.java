package org.domaintypesystem.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void valuesAreWrittenAsPeopleDo() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", Long.MAX_VALUE);
        fields.put("crc", 4294967295L);
        fields.put("serial", new BigInteger("18446744073709551615"));
        fields.put("celsius", 19.5);
        fields.put("photo", new byte[] {0, -1});
        fields.put("style", "paleAle");
        fields.put("limit", -1);
        fields.put("id", new UUID(0, 1));
        fields.put("price", new BigDecimal("12.50"));
        fields.put("brewed", LocalDateTime.parse("2026-11-24T18:05"));
        fields.put("racked", OffsetDateTime.parse("2026-11-24T18:05:01+01:00"));
        fields.put("bottled", ZonedDateTime.parse("2026-11-24T18:05:01+01:00[Europe/Berlin]"));
        fields.put("payment", Map.of("card", Map.of("number", "42")));
        fields.put("labels", Map.of("a", 1));
        fields.put("names", Arrays.asList("x", null));
        fields.put("serials", List.of(1));
        fields.put("nothings", Arrays.asList(null, null));
        fields.put("counts", Map.of(0.5, "half"));
        JsonObject json = parse(Brewery.of(fields).toJson());
        assertThat(json.get("at")).hasToString("\"9223372036854775807\"");
        assertThat(json.get("crc")).hasToString("4294967295");
        assertThat(json.get("serial")).hasToString("\"18446744073709551615\"");
        assertThat(json.get("celsius")).hasToString("19.5");
        assertThat(json.get("photo")).hasToString("\"AP8=\"");
        assertThat(json.get("style")).hasToString("\"paleAle\"");
        assertThat(json.get("limit")).hasToString("-1");
        assertThat(json.get("id")).hasToString("\"00000000-0000-0000-0000-000000000001\"");
        assertThat(json.get("price")).hasToString("\"12.50\"");
        assertThat(json.get("brewed")).hasToString("\"2026-11-24T18:05\"");
        assertThat(json.get("racked")).hasToString("\"2026-11-24T18:05:01+01:00\"");
        assertThat(json.get("bottled")).hasToString("\"2026-11-24T18:05:01+01:00[Europe/Berlin]\"");
        assertThat(json.get("payment")).hasToString("{\"card\":{\"number\":\"42\"}}");
        assertThat(json.get("labels")).hasToString("{\"a\":\"1\"}");
        assertThat(json.get("names")).hasToString("[\"x\",null]");
        assertThat(json.get("serials")).hasToString("[\"1\"]");
        assertThat(json.get("nothings")).hasToString("[null,null]");
        assertThat(json.get("counts")).hasToString("[{\"key\":0.5,\"value\":\"half\"}]");
        assertThat(json.get("name").isJsonNull()).isTrue();
        assertThat(json.keySet()).containsExactlyElementsOf(Brewery.of(Map.of()).fields());
    }

    @Test
    void numbersThatJsonDoesNotHaveAreTexts() {
        for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            JsonObject json = parse(Brewery.of(Map.of("gravity", number, "celsius", (float) number))
                    .toJson());
            assertThat(json.get("gravity").getAsString()).isEqualTo(Double.toString(number));
            assertThat(json.get("celsius").getAsString()).isEqualTo(Double.toString(number));
        }
        for (double number : new double[] {-0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e7, 1e-4}) {
            JsonObject json = parse(Brewery.of(Map.of("gravity", number)).toJson());
            assertThat(json.get("gravity").getAsDouble()).isEqualTo(number);
        }
    }

    @Test
    void everyTextGoesRound() {
        String all = IntStream.rangeClosed(0, 0xFFFF)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                + "\uD83C\uDF7A";
        DynamicStruct batch = Brewery.of(Map.of("name", all, "labels", Map.of("\"\\\n\0", 1)));
        for (JsonStyle style : JsonStyle.values()) {
            JsonObject json = parse(batch.toJson(style));
            assertThat(json.get("name").getAsString()).isEqualTo(all);
            assertThat(json.getAsJsonObject("labels").keySet()).containsExactly("\"\\\n\0");
        }
    }

    @Test
    void aKeyOfAMapThatIsSentTwiceCountsOnceAndANullKeyLeavesAList() {
        assertThat(labels(List.of(Map.of("key", "a", "value", 1), Map.of("key", "a", "value", 2))))
                .hasToString("{\"a\":\"2\"}");
        assertThat(labels(List.of(Map.of("value", 1)))).hasToString("[{\"key\":null,\"value\":\"1\"}]");
        assertThat(labels(List.of())).hasToString("{}");
    }

    private static JsonElement labels(List<?> entries) {
        return parse(Brewery.of(Map.of("labels", entries)).toJson()).get("labels");
    }

    @Test
    void prettyIsTheSameOnMoreLines() {
        DynamicCodec codec = DynamicCodec.of(Brewery.schema("""
                @0xb4f0b9a0e1d3c001;
                struct Batch @0xb4f0b9a0e1d3c002 {
                  name @0 :Text;
                  levels @1 :List(Int16);
                  steps @2 :List(Step);
                  none @3 :List(Step);
                  only @4 :Step;
                  struct Step @0xb4f0b9a0e1d3c004 { note @0 :Text; }
                }
                """));
        DynamicStruct batch = codec.builder()
                .set("levels", new short[] {1, 2})
                .set("steps", List.of(Map.of("note", "rest"), Map.of()))
                .set("none", List.of())
                .build();
        assertThat(batch.toJson(JsonStyle.PRETTY)).isEqualTo("""
                {
                  "name": null,
                  "levels": [1, 2],
                  "steps": [
                    {
                      "note": "rest"
                    },
                    {
                      "note": null
                    }
                  ],
                  "none": [],
                  "only": null
                }""");
        assertThat(parse(batch.toJson(JsonStyle.PRETTY))).isEqualTo(parse(batch.toJson()));
        assertThat(batch).hasToString(batch.toJson());
    }

    @Test
    void whoeverTakesTheTextMayEndIt() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("full");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("full");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> Brewery.of(Map.of()).writeJson(full, JsonStyle.COMPACT))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
    }

    /** As RFC 8259 has it: nothing is forgiven. */
    static JsonObject parse(String json) {
        JsonReader reader = new JsonReader(new StringReader(json));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader).getAsJsonObject();
    }
}
