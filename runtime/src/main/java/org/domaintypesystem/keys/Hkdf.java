package org.domaintypesystem.keys;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes keys of a key: HKDF of RFC 5869, with SHA-256. */
final class Hkdf {
    private static final String HMAC = "HmacSHA256";
    private static final int HASH_BYTES = 32;
    private static final int MOST_BLOCKS = 255;

    private Hkdf() {}

    /**
     * Derives bytes that tell nothing of the key, nor of others that are derived from it.
     *
     * @param length how many, at most 8160
     */
    static byte[] derive(byte[] key, byte[] salt, byte[] info, int length) {
        byte[] extracted = extract(key, salt);
        try {
            return expand(extracted, info, length);
        } finally {
            Arrays.fill(extracted, (byte) 0);
        }
    }

    static byte[] extract(byte[] key, byte[] salt) {
        // A key of no bytes is none to the JDK; as HMAC fills keys up with zeros, one zero is the same.
        return hmac(salt.length == 0 ? new byte[1] : salt, key);
    }

    static byte[] expand(byte[] extracted, byte[] info, int length) {
        if (length > MOST_BLOCKS * HASH_BYTES) {
            throw new IllegalArgumentException(length + " bytes, at most " + MOST_BLOCKS * HASH_BYTES);
        }
        byte[] derived = new byte[length];
        byte[] block = {};
        int done = 0;
        for (int number = 1; done < length; number++) {
            byte[] previous = block;
            byte[] input = Arrays.copyOf(previous, previous.length + info.length + 1);
            System.arraycopy(info, 0, input, previous.length, info.length);
            input[input.length - 1] = (byte) number;
            block = hmac(extracted, input);
            int count = Math.min(HASH_BYTES, length - done);
            System.arraycopy(block, 0, derived, done, count);
            done += count;
            Arrays.fill(input, (byte) 0);
            Arrays.fill(previous, (byte) 0);
        }
        Arrays.fill(block, (byte) 0);
        return derived;
    }

    static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }
}
