package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Content;
import org.domaintypesystem.processor.testing.RandomValues;
import org.domaintypesystem.processor.testing.ToolJson;
import org.junit.jupiter.api.Test;

/** Messages of a type that has grown at its end, in a version that knows less or more than the sender's. */
class OlderAndNewerTest {
    private static final int VALUES = 100;
    private static final Compiled OLDER = version("int number, String name, List<Part> parts", "short size");
    private static final Compiled NEWER = version(
            "int number, String name, List<Part> parts, long more, boolean flag, String note, List<Part> others, int[] counts",
            "short size, double weight, String label");

    private static Compiled version(String message, String part) {
        return Compiled.strictly(Map.of("lab.Message", """
                package lab;

                import java.util.List;
                import org.domaintypesystem.annotation.*;

                @DtsType
                public record Message(%s) {
                    @DtsValue
                    public record Part(%s) {}
                }
                """.formatted(message, part)));
    }

    @Test
    void anOlderReceiverSkipsWhatItDoesNotKnow() {
        for (int seed = 0; seed < VALUES; seed++) {
            Object sent = RandomValues.of(seed).value(NEWER.load("lab.Message"));
            assertThat(ToolJson.of(pass(NEWER, sent, OLDER))).isEqualTo(known(ToolJson.of(sent)));
        }
    }

    @Test
    void aNewerReceiverReadsDefaultsForWhatIsMissing() {
        for (int seed = 0; seed < VALUES; seed++) {
            Object sent = RandomValues.of(seed).value(OLDER.load("lab.Message"));
            Object received = pass(OLDER, sent, NEWER);
            assertThat(Content.of(received)).contains("more='0', flag='false', note=null, others=null, counts=null");
            assertThat(Content.of(pass(NEWER, received, OLDER))).isEqualTo(Content.of(sent));
        }
    }

    /** Without what the older version does not know. */
    private static JsonElement known(JsonElement json) {
        if (json instanceof JsonObject object) {
            object.keySet().retainAll(Set.of("number", "name", "parts", "size"));
            object.entrySet().forEach(field -> known(field.getValue()));
        } else if (json instanceof JsonArray array) {
            array.forEach(OlderAndNewerTest::known);
        }
        return json;
    }

    /** What the last version reads, each one having read and written what the one before wrote. */
    private static Object pass(Compiled from, Object value, Compiled... through) {
        Compiled writer = from;
        Object written = value;
        for (Compiled reader : through) {
            byte[] message = new byte[1 << 16];
            int length = codec(writer).encode(written, message, 0, message.length);
            written = codec(reader).decode(message, 0, length);
            writer = reader;
        }
        return written;
    }

    private static Codec<Object> codec(Compiled version) {
        return version.codecOf(version.load("lab.Message"));
    }
}
