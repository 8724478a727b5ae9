package org.domaintypesystem.seal;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.domaintypesystem.keys.KeyAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts and authenticates by one of the algorithms, with the JDK's ciphers. Not for several threads at once.
 *
 * <p>These refuse a key and nonce that they had just before. That is right for those who choose nonces and wrong here: the
 * nonce of what comes in is the sender's, so that whoever sends a forged copy first could have the genuine message refused;
 * and a copy of a last value is sealed again to the same bytes. So the cipher is given another key in between.
 */
final class Aead {
    private static final int TAG_BITS = SealedLayout.TAG_BYTES * Byte.SIZE;

    private final Cipher cipher;
    private final boolean isGcm;

    /** A key that nothing is encrypted with, to have the cipher forget another. */
    private final SecretKey other;

    private final byte[] otherNonce = new byte[Nonce.BYTES];
    private final byte[] lastNonce = new byte[Nonce.BYTES];
    private @Nullable SecretKey lastKey;

    /** The JDK's ChaCha20 makes several copies of a text that does not begin at index 0. */
    private byte[] input = {};

    Aead(KeyAlgorithm algorithm) {
        isGcm = algorithm == KeyAlgorithm.AES_256_GCM;
        String name = isGcm ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305";
        try {
            cipher = Cipher.getInstance(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + name, e);
        }
        other = new SecretKeySpec(new byte[32], isGcm ? "AES" : "ChaCha20");
    }

    /** Has what follows concern one text. */
    private void begin(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        if (Arrays.equals(nonce, lastNonce) && key.equals(lastKey)) {
            cipher.init(mode, other, spec(otherNonce));
        }
        System.arraycopy(nonce, 0, lastNonce, 0, Nonce.BYTES);
        lastKey = key;
        cipher.init(mode, key, spec(nonce));
    }

    private AlgorithmParameterSpec spec(byte[] nonce) {
        return isGcm ? new GCMParameterSpec(TAG_BITS, nonce) : new IvParameterSpec(nonce);
    }

    /** Begins to encrypt. */
    void seal(SecretKey key, byte[] nonce) {
        try {
            begin(Cipher.ENCRYPT_MODE, key, nonce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /** Begins to decrypt. */
    void open(SecretKey key, byte[] nonce) {
        try {
            begin(Cipher.DECRYPT_MODE, key, nonce);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open", e);
        }
    }

    /** Adds to what is authenticated and not encrypted, before the text. */
    void authenticate(byte[] bytes, int start, int length) {
        cipher.updateAAD(bytes, start, length);
    }

    /**
     * Encrypts the text, or decrypts it.
     *
     * @param length of the text, when decrypting with its authentication tag
     * @return false if it was not sealed with this key, this nonce and all that was authenticated; then nothing was written
     *     that means anything
     */
    boolean finish(byte[] text, int start, int length, byte[] out, int at) {
        boolean isCopied = !isGcm && start != 0;
        if (isCopied) {
            input = input.length < length ? new byte[length] : input;
            System.arraycopy(text, start, input, 0, length);
        }
        try {
            cipher.doFinal(isCopied ? input : text, isCopied ? 0 : start, length, out, at);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
