package org.domaintypesystem.keys;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A key that several nodes have in common: who has it can read and write what is sealed with it, and nobody can tell its
 * holders from each other by it. Its {@code toString} and its exceptions never show the key, only its {@link #id}.
 *
 * <p>Immutable, for any thread.
 */
public final class GroupKey {
    /** How many bytes a key has. */
    public static final int BYTES = 32;

    private static final String PREFIX = "dts-key-1";

    /** Characters of {@link #BYTES} bytes in Base64 without padding. */
    private static final int ENCODED = (BYTES * 8 + 5) / 6;

    private static final byte[] ID_TEXT = "dts key id".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PURPOSE = "dts".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;

    private final KeyAlgorithm algorithm;
    private final byte[] secret;
    private final int id;

    /** Takes the bytes over. */
    private GroupKey(KeyAlgorithm algorithm, byte[] secret) {
        this.algorithm = algorithm;
        this.secret = secret;
        this.id = idOf(algorithm, secret);
    }

    /** A new key for AES-256-GCM, that nobody can guess. */
    public static GroupKey generate() {
        return generate(KeyAlgorithm.AES_256_GCM);
    }

    /** A new key, that nobody can guess. */
    public static GroupKey generate(KeyAlgorithm algorithm) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new GroupKey(algorithm, secret);
    }

    /**
     * Reads the form that {@link #reveal} writes.
     *
     * @throws IllegalArgumentException if the text is no key; says nothing of the text
     */
    public static GroupKey parse(String text) {
        byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
        try {
            return parse(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** As {@link #parse(String)}; the bytes are the caller's to wipe. */
    static GroupKey parse(byte[] text) {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            byte[] start = start(algorithm);
            if (text.length == start.length + ENCODED && Arrays.mismatch(text, start) == start.length) {
                return new GroupKey(algorithm, decoded(Arrays.copyOfRange(text, start.length, text.length)));
            }
        }
        throw notAKey();
    }

    private static byte[] start(KeyAlgorithm algorithm) {
        return (PREFIX + ":" + algorithm + ":").getBytes(StandardCharsets.US_ASCII);
    }

    @SuppressWarnings("UnusedException") // says too much
    private static byte[] decoded(byte[] encoded) {
        byte[] secret = new byte[BYTES];
        try {
            if (Base64.getUrlDecoder().decode(encoded, secret) != BYTES) {
                throw notAKey();
            }
        } catch (IllegalArgumentException e) {
            throw notAKey();
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
        if (isConstant(secret)) {
            throw new IllegalArgumentException(
                    "a key whose bytes are all the same is none; make one with org.domaintypesystem.keys.NewKey");
        }
        return secret;
    }

    private static boolean isConstant(byte[] secret) {
        int differences = 0;
        for (byte each : secret) {
            differences |= each ^ secret[0];
        }
        return differences == 0;
    }

    private static IllegalArgumentException notAKey() {
        return new IllegalArgumentException(
                "not a key: expected %s:<%s or %s>:<%d characters>, as org.domaintypesystem.keys.NewKey makes it"
                        .formatted(PREFIX, KeyAlgorithm.AES_256_GCM, KeyAlgorithm.CHACHA20_POLY1305, ENCODED));
    }

    /** The key in clear, in one line, as it stands in files: {@code dts-key-1:aes-256-gcm:} and 43 characters. */
    public String reveal() {
        return PREFIX + ":" + algorithm + ":"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** A number that tells this key from others, and nothing of its secret. It travels with every message. */
    public int id() {
        return id;
    }

    private static int idOf(KeyAlgorithm algorithm, byte[] secret) {
        byte[] text = Arrays.copyOf(ID_TEXT, ID_TEXT.length + 1);
        text[ID_TEXT.length] = algorithm.code;
        return ByteBuffer.wrap(Hkdf.hmac(secret, text))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }

    /** The key by which one sender's messages of one type are sealed. Whoever has it can tell neither this key nor others. */
    public SecretKey derive(long sender, long typeId) {
        byte[] salt = littleEndian(Long.BYTES).putLong(sender).array();
        byte[] info = littleEndian(PURPOSE.length + 2 + Long.BYTES)
                .put(PURPOSE)
                .put(VERSION)
                .put(algorithm.code)
                .putLong(typeId)
                .array();
        byte[] derived = Hkdf.derive(secret, salt, info, BYTES);
        try {
            return new SecretKeySpec(derived, algorithm.keyName);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** In a time that does not tell how far they agree. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GroupKey key
                && key.id == id
                && key.algorithm == algorithm
                && MessageDigest.isEqual(key.secret, secret);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** The id and the algorithm, for people: {@code key 1f2e3d4c (aes-256-gcm)}. */
    @Override
    public String toString() {
        return "key %08x (%s)".formatted(id, algorithm);
    }
}
