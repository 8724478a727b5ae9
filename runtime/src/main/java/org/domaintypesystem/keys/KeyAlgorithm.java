package org.domaintypesystem.keys;

import org.jspecify.annotations.Nullable;

/** By which algorithm a key seals messages. It is fixed by the key, so that nobody can choose a weaker one. */
public enum KeyAlgorithm {
    /** AES with 256 bits in Galois/Counter Mode: fastest where the processor knows AES, as nearly all of servers and desktops do. */
    AES_256_GCM("aes-256-gcm", 1, "AES"),

    /** ChaCha20 and Poly1305: faster on processors that do not know AES. */
    CHACHA20_POLY1305("chacha20-poly1305", 2, "ChaCha20");

    private final String text;
    final byte code;
    final String keyName;

    KeyAlgorithm(String text, int code, String keyName) {
        this.text = text;
        this.code = (byte) code;
        this.keyName = keyName;
    }

    static @Nullable KeyAlgorithm named(String text) {
        for (KeyAlgorithm algorithm : values()) {
            if (algorithm.text.equals(text)) {
                return algorithm;
            }
        }
        return null;
    }

    /** As it stands in a key's text. */
    @Override
    public String toString() {
        return text;
    }
}
