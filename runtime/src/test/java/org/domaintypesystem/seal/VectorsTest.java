package org.domaintypesystem.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyAlgorithm;
import org.domaintypesystem.keys.KeyRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sealed messages of the documentation, in both directions. {@code -Ddts.golden.update=true} writes them anew. */
class VectorsTest {
    private static final Path FILE = Path.of("..", "docs", "vectors", "sealed.json");
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
    private static final HexFormat HEX = HexFormat.of();
    private static final String SECRET = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    static Stream<Map<String, String>> vectors() throws IOException {
        List<Map<String, String>> all = GSON.fromJson(Files.readString(FILE), new TypeToken<>() {});
        return all.stream();
    }

    @Test
    void areThoseOfThisImplementation() throws IOException {
        List<Map<String, String>> made = new ArrayList<>();
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            GroupKey key = GroupKey.parse("dts-key-1:" + algorithm + ":" + SECRET);
            messages().forEach((name, message) -> made.add(vector(name, key, message)));
        }
        String json = GSON.toJson(made) + "\n";
        if (Boolean.getBoolean("dts.golden.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, json);
        }
        assertThat(json).isEqualTo(Files.readString(FILE));
    }

    private static Map<String, byte[]> messages() {
        long type = PlainMessages.TYPE;
        byte[] chunk = "a part of a large message".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("a message", PlainMessages.payload(7, Double.doubleToLongBits(64.25)));
        all.put("a message without a word", PlainMessages.payload(8));
        all.put("a batch of two", PlainMessages.batch(9, Double.doubleToLongBits(64.5), Double.doubleToLongBits(65)));
        all.put("a fragment", PlainMessages.fragment(0x0102030405060708L >>> 8, 0, 2, 2, 3, chunk));
        all.put("a copy of a last value", PlainMessages.message(0, 1, type, 7, Double.doubleToLongBits(64.25)));
        all.put("a reply", PlainMessages.message(SealedLayout.REPLY, 0, type, 1, 5));
        all.put("a heartbeat", PlainMessages.message(PlainMessages.HEARTBEAT, 0, type, 2, 1, 7));
        all.put("a control message of no type", PlainMessages.message(10, 0, 0, 3, 4));
        return all;
    }

    private static Map<String, String> vector(String name, GroupKey key, byte[] message) {
        KeyRing ring = KeyRing.of(key);
        byte[] sealed = PlainMessages.sealed(new Sealer(ring, PlainMessages.SENDER, 1), message);
        Opener opener = new Opener(ring, 1);
        assertThat(opener.show(sealed, SealedLayout.ROOT, sealed.length)).isNull();
        byte[] nonce = new byte[Nonce.BYTES];
        Nonce.write(nonce, opener.kind(), opener.fragmentIndex(), opener.sequence());
        Map<String, String> vector = new LinkedHashMap<>();
        vector.put("name", name);
        vector.put("key", key.reveal());
        vector.put("keyId", "%08x".formatted(key.id()));
        vector.put("sender", "%016x".formatted(opener.sender()));
        vector.put("typeId", "%016x".formatted(opener.typeId()));
        vector.put(
                "derivedKey",
                HEX.formatHex(key.derive(opener.sender(), opener.typeId()).getEncoded()));
        vector.put("counter", Integer.toString(opener.kind().number));
        vector.put("sequence", Long.toString(opener.sequence()));
        vector.put("fragmentIndex", Integer.toString(opener.fragmentIndex()));
        vector.put("fragmentCount", Integer.toString(opener.fragmentCount()));
        vector.put("nonce", HEX.formatHex(nonce));
        vector.put(
                "associatedData",
                HEX.formatHex(sealed, SealedLayout.HEADER, SealedLayout.BODY)
                        + HEX.formatHex(
                                sealed, SealedLayout.CONTENT, SealedLayout.CONTENT + SealedLayout.SEALED_BYTES));
        vector.put("plaintext", HEX.formatHex(plaintext(message)));
        vector.put("ciphertext", HEX.formatHex(sealed, SealedLayout.CIPHERTEXT, sealed.length));
        vector.put("message", HEX.formatHex(message));
        vector.put("sealed", HEX.formatHex(sealed));
        return vector;
    }

    /** By the words of the documentation: framing, pointer, first word of the header without its flags, body. */
    private static byte[] plaintext(byte[] message) {
        byte[] text = Arrays.copyOfRange(message, SealedLayout.INNER, message.length);
        Arrays.fill(text, 0, SealedLayout.INNER_CONTENT - Long.BYTES, (byte) 0);
        text[4] = (byte) (text.length / Long.BYTES - 1);
        text[12] = 1;
        text[14] = 1;
        System.arraycopy(message, SealedLayout.HEADER, text, 16, 3);
        System.arraycopy(message, SealedLayout.HEADER + 6, text, 22, 2);
        return text;
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areSealed(Map<String, String> vector) {
        byte[] message = bytes(vector, "message");
        Sealer sealer = new Sealer(ring(vector), Long.parseUnsignedLong(vector.get("sender"), 16), 1);
        assertThat(PlainMessages.sealed(sealer, message)).isEqualTo(bytes(vector, "sealed"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void areOpened(Map<String, String> vector) {
        byte[] sealed = bytes(vector, "sealed");
        Opener opener = new Opener(ring(vector), 1);
        assertThat(opener.show(sealed, SealedLayout.ROOT, sealed.length)).isNull();
        assertThat(opener.open()).isNull();
        assertThat(Arrays.copyOf(opener.plain(), opener.length())).isEqualTo(bytes(vector, "message"));
    }

    private static KeyRing ring(Map<String, String> vector) {
        return KeyRing.parse(vector.get("key"));
    }

    private static byte[] bytes(Map<String, String> vector, String name) {
        return HEX.parseHex(vector.get(name));
    }
}
