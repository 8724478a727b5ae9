package org.domaintypesystem.seal;

import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyAlgorithm;

/** The ciphers of one who seals or opens. Not for several threads at once. */
final class Ciphers {
    private final Aead aes = new Aead(KeyAlgorithm.AES_256_GCM);
    private final Aead chaCha = new Aead(KeyAlgorithm.CHACHA20_POLY1305);

    /** The one that a key goes with. */
    Aead of(GroupKey key) {
        return key.algorithm() == KeyAlgorithm.AES_256_GCM ? aes : chaCha;
    }
}
