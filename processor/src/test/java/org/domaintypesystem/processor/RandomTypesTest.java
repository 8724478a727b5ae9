package org.domaintypesystem.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonStreamParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capnproto.AnyPointer;
import org.capnproto.MessageBuilder;
import org.capnproto.MessageReader;
import org.capnproto.Serialize;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Content;
import org.domaintypesystem.processor.testing.RandomTypes;
import org.domaintypesystem.processor.testing.RandomValues;
import org.domaintypesystem.processor.testing.SourceCompiler;
import org.domaintypesystem.processor.testing.ToolJson;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random values of random types, here and there and back. A failure names the type and the seed of its value. */
class RandomTypesTest {
    private static final long SEED = 20_261_122;
    private static final int VALUES = 50;
    private static final int VALUES_FOR_TOOL = 3;
    /** The tool spreads larger messages over several segments. */
    private static final int ONE_SEGMENT = 8_000;
    /** Not much longer than a test report should show. */
    private static final int SHORT_TEXT = 800;

    private static RandomTypes types;
    private static Compiled compiled;

    @BeforeAll
    static void compile() {
        types = RandomTypes.of(SEED, 5, 40);
        compiled = Compiled.strictly(types.sources());
    }

    @Test
    void theEclipseCompilerMakesTheSameOfThem() {
        assertThat(Compiled.strictly(SourceCompiler.ECLIPSE, types.sources()).generatedTexts())
                .isEqualTo(compiled.generatedTexts());
    }

    @Test
    void valuesGoRound() {
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            for (int i = 0; i < VALUES; i++) {
                Object value = RandomValues.of(i).value(type);
                byte[] message = encode(codec, value);
                assertThat(Content.of(codec.decode(message, 0, message.length)))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(Content.of(value));
            }
        }
    }

    @Test
    void capnprotoJavaCopiesWhatWeWriteAndWeReadItsCopy() throws IOException {
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            for (int i = 0; i < VALUES; i++) {
                Object value = RandomValues.of(i).value(type);
                byte[] copy = copyByCapnprotoJava(encode(codec, value));
                assertThat(Content.of(codec.decode(copy, 0, copy.length)))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(Content.of(value));
            }
        }
    }

    @Test
    @Tag("capnp")
    void theToolReadsEveryFieldByItsName(@TempDir Path folder) throws IOException {
        compiled.writeSchemas(folder);
        CapnpTool tool = CapnpTool.in(folder);
        for (String name : types.records()) {
            List<Object> values = valuesForTool(name, ONE_SEGMENT);
            byte[] json = tool.run(
                    encodeAll(name, values), "convert", "--quiet", "binary:json", "-I.", file(name), simple(name));
            JsonStreamParser parser = new JsonStreamParser(new String(json, UTF_8));
            for (Object value : values) {
                assertThat(normal(parser.next()))
                        .as(name)
                        .isEqualTo(normal(new Gson()
                                .fromJson(
                                        ToolJson.of(compiled.load(name), value).toString(), JsonElement.class)));
            }
            assertThat(parser.hasNext()).isFalse();
        }
    }

    @Test
    @Tag("capnp")
    void whatTheToolEncodesFromTextIsReadHere(@TempDir Path folder) throws IOException {
        compiled.writeSchemas(folder);
        CapnpTool tool = CapnpTool.in(folder);
        for (String name : types.records()) {
            Codec<Object> codec = compiled.codecOf(compiled.load(name));
            for (Object value : valuesForTool(name, SHORT_TEXT)) {
                String text = tool.decode(file(name), simple(name), encode(codec, value));
                byte[] encoded = tool.encode(file(name), simple(name), text);
                assertThat(Content.of(codec.decode(encoded, 0, encoded.length)))
                        .as(text)
                        .isEqualTo(Content.of(value));
            }
        }
    }

    private static List<Object> valuesForTool(String name, int maxBytes) {
        Class<?> type = compiled.load(name);
        Codec<Object> codec = compiled.codecOf(type);
        List<Object> values = new ArrayList<>();
        for (int seed = 0; values.size() < VALUES_FOR_TOOL && seed < VALUES; seed++) {
            Object value = RandomValues.forText(seed).value(type);
            if (encode(codec, value).length < maxBytes) {
                values.add(value);
            }
        }
        return values;
    }

    private static byte[] encodeAll(String name, List<Object> values) {
        Codec<Object> codec = compiled.codecOf(compiled.load(name));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        values.forEach(value -> messages.writeBytes(encode(codec, value)));
        return messages.toByteArray();
    }

    private static byte[] encode(Codec<Object> codec, Object value) {
        byte[] buffer = new byte[1 << 20];
        Arrays.fill(buffer, (byte) 0xA5);
        return Arrays.copyOf(buffer, codec.encode(value, buffer, 0, buffer.length));
    }

    private static byte[] copyByCapnprotoJava(byte[] message) throws IOException {
        MessageReader reader = Serialize.read(Channels.newChannel(new ByteArrayInputStream(message)));
        MessageBuilder builder = new MessageBuilder(1 << 20);
        builder.setRoot(AnyPointer.factory, reader.getRoot(AnyPointer.factory));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Serialize.write(Channels.newChannel(out), builder);
        return out.toByteArray();
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".capnp";
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Numbers as doubles, and those that were single precision to as many digits as that has. */
    static Object normal(JsonElement json) {
        if (json instanceof JsonObject object) {
            Map<String, Object> fields = new TreeMap<>();
            object.entrySet().forEach(field -> fields.put(field.getKey(), normal(field.getValue())));
            return fields;
        }
        if (json instanceof JsonArray array) {
            return array.asList().stream().map(RandomTypesTest::normal).toList();
        }
        if (json.isJsonNull()) {
            return "void";
        }
        JsonPrimitive primitive = json.getAsJsonPrimitive();
        return primitive.isNumber() ? (Object) primitive.getAsDouble() : primitive.getAsString();
    }
}
