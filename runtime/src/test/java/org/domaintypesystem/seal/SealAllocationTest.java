package org.domaintypesystem.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyAlgorithm;
import org.domaintypesystem.keys.KeyRing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sealing and opening copy no message into a new array, but for what the JDK's ciphers do; and what is shown makes no object. */
class SealAllocationTest {
    private static final int ROUND = 4000;
    private static final int SIZE = 1200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private interface Round {
        void run() throws GeneralSecurityException;
    }

    @ParameterizedTest
    @EnumSource
    void allocatesWhatTheCiphersDo(KeyAlgorithm algorithm) throws GeneralSecurityException {
        KeyRing keys = KeyRing.of(GroupKey.generate(algorithm));
        Sealer sealer = new Sealer(keys, PlainMessages.SENDER, 1);
        Opener opener = new Opener(keys, 1);
        byte[] message = PlainMessages.payload(1, new long[SIZE / Long.BYTES]);
        byte[] sealed = new byte[message.length + Sealer.OVERHEAD];
        long[] sequence = new long[1];
        long own = bytesOf(() -> {
            for (int i = 0; i < ROUND; i++) {
                WireWriter.int64(message, SealedLayout.HEADER + SealedLayout.SEQUENCE, ++sequence[0]);
                sealer.seal(message, 0, message.length, sealed, 0);
                if (opener.show(sealed, SealedLayout.ROOT, sealed.length) != null || opener.open() != null) {
                    throw new AssertionError("does not open");
                }
            }
        });
        assertThat(Arrays.copyOf(opener.plain(), opener.length())).isEqualTo(message);
        long ciphers = bytesOf(() -> ciphersAlone(keys.sealing(0), sealed.length - SealedLayout.CIPHERTEXT));
        // Of what the ciphers make, compilers spare more in one place than in another, but not as much as a copy takes.
        assertThat(own).isLessThan(ciphers + ROUND * (long) SIZE);
        assertThat(bytesOf(() -> {
                    for (int i = 0; i < ROUND; i++) {
                        opener.show(sealed, SealedLayout.ROOT, sealed.length);
                    }
                }))
                .isLessThan(ROUND);
    }

    private static void ciphersAlone(GroupKey from, int length) throws GeneralSecurityException {
        boolean isGcm = from.algorithm() == KeyAlgorithm.AES_256_GCM;
        SecretKey key = from.derive(1, 2);
        String name = isGcm ? "AES/GCM/NoPadding" : "ChaCha20-Poly1305";
        Cipher sealing = Cipher.getInstance(name);
        Cipher opening = Cipher.getInstance(name);
        byte[] nonce = new byte[Nonce.BYTES];
        byte[] associated = new byte[SealedLayout.HEADER_BYTES];
        byte[] text = new byte[length];
        byte[] sealed = new byte[length];
        for (int i = 0; i < ROUND; i++) {
            WireWriter.int64(nonce, 0, i + 1);
            sealing.init(
                    Cipher.ENCRYPT_MODE, key, isGcm ? new GCMParameterSpec(128, nonce) : new IvParameterSpec(nonce));
            sealing.updateAAD(associated, 0, associated.length);
            sealing.updateAAD(associated, 0, SealedLayout.SEALED_BYTES);
            sealing.doFinal(text, 0, length - SealedLayout.TAG_BYTES, sealed, 0);
            opening.init(
                    Cipher.DECRYPT_MODE, key, isGcm ? new GCMParameterSpec(128, nonce) : new IvParameterSpec(nonce));
            opening.updateAAD(associated, 0, associated.length);
            opening.updateAAD(associated, 0, SealedLayout.SEALED_BYTES);
            opening.doFinal(sealed, 0, length, text, 0);
        }
    }

    /** What the cheapest of several rounds allocates: compilers take their time. */
    private long bytesOf(Round round) throws GeneralSecurityException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            round.run();
            least = Math.min(
                    least,
                    threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
        }
        return least;
    }
}
