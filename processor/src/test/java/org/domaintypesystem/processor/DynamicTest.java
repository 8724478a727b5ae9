package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.dynamic.DynamicCodec;
import org.domaintypesystem.dynamic.DynamicStruct;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Content;
import org.domaintypesystem.processor.testing.DynamicToolJson;
import org.domaintypesystem.processor.testing.RandomTypes;
import org.domaintypesystem.processor.testing.RandomValues;
import org.domaintypesystem.processor.testing.ToolJson;
import org.domaintypesystem.schema.CapnpReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Random values of random types, read by nothing but the schema that the processor writes. */
class DynamicTest {
    private static final long SEED = 7_001;
    private static final int VALUES = 15;
    private static final int MUTATIONS = 100;

    private static RandomTypes types;
    private static Compiled compiled;
    private static final Map<String, String> SCHEMAS = new HashMap<>();

    @BeforeAll
    static void compile() throws IOException {
        types = RandomTypes.of(SEED, 4, 20);
        compiled = Compiled.strictly(types.sources());
        SCHEMAS.putAll(compiled.schemas());
    }

    @Test
    void fieldsAreTheComponents() {
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            DynamicCodec dynamic = dynamic(name);
            assertThat(dynamic.type()).isEqualTo(codec.type());
            for (int i = 0; i < VALUES; i++) {
                Object value = RandomValues.forText(i).value(type);
                byte[] message = encode(codec, value);
                DynamicStruct struct = dynamic.decode(message, 0, message.length);
                assertThat(RandomTypesTest.normal(DynamicToolJson.of(struct)))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(RandomTypesTest.normal(
                                new Gson().fromJson(ToolJson.of(type, value).toString(), JsonElement.class)));
            }
        }
    }

    @Test
    void whatIsWrittenAgainIsTheSameObject() {
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            DynamicCodec dynamic = dynamic(name);
            for (int i = 0; i < VALUES; i++) {
                Object value = RandomValues.of(i).value(type);
                byte[] message = encode(codec, value);
                DynamicStruct struct = dynamic.decode(message, 0, message.length);
                byte[] again = encode(dynamic, struct);
                assertThat(Content.of(codec.decode(again, 0, again.length)))
                        .as("%s of seed %d: %s", name, i, struct)
                        .isEqualTo(Content.of(value));
                byte[] rebuilt = encode(dynamic, rebuilt(dynamic, struct));
                assertThat(rebuilt).as("%s of seed %d", name, i).isEqualTo(again);
            }
        }
    }

    @Test
    void whatTheGeneratedCodecReadsIsReadAlike() {
        Random random = new Random(SEED);
        int read = 0;
        for (String name : types.records()) {
            Class<?> type = compiled.load(name);
            Codec<Object> codec = compiled.codecOf(type);
            DynamicCodec dynamic = dynamic(name);
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] message = encode(codec, RandomValues.of(i).value(type));
                message[random.nextInt(message.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                Object value;
                try {
                    value = codec.decode(message, 0, message.length);
                } catch (DecodeException refused) {
                    continue;
                }
                byte[] again = encode(dynamic, dynamic.decode(message, 0, message.length));
                assertThat(Content.of(codec.decode(again, 0, again.length)))
                        .as("%s of seed %d", name, i)
                        .isEqualTo(Content.of(value));
                read++;
            }
        }
        assertThat(read).isGreaterThan(types.records().size() * MUTATIONS / 4);
    }

    /** The same value, every field set by hand. */
    private static DynamicStruct rebuilt(DynamicCodec dynamic, DynamicStruct struct) {
        DynamicStruct.Builder builder = dynamic.builder();
        List<String> fields = List.copyOf(struct.fields());
        for (String field : fields) {
            if (struct.which() == null || field.equals(struct.which().name())) {
                builder.set(field, struct.get(field));
            }
        }
        return builder.build();
    }

    private static DynamicCodec dynamic(String name) {
        return DynamicCodec.of(CapnpReader.read(name.replace('.', '/') + ".capnp", SCHEMAS::get));
    }

    private static <T> byte[] encode(Codec<T> codec, T value) {
        byte[] buffer = new byte[1 << 20];
        Arrays.fill(buffer, (byte) 0xA5);
        return Arrays.copyOf(buffer, codec.encode(value, buffer, 0, buffer.length));
    }
}
