package org.domaintypesystem.seal;

/** Why a sealed message is dropped, or one that is not sealed where keys are in use, or the other way round. */
public enum Refusal {
    /** It is not sealed, and this node has keys. */
    PLAIN,
    /** It is sealed, and this node has no keys. */
    SEALED,
    /** It is sealed with a key that this node does not have for that type. */
    OTHER_KEY,
    /** It was not sealed with the key that it names, or has been altered since. */
    FORGED,
    /** It contradicts itself, or is not within its bounds. */
    MALFORMED
}
