package org.domaintypesystem;

/** Is told of versions of types that differ from this node's. Calls come one after another, on a thread for that purpose. */
@FunctionalInterface
public interface MismatchListener {
    /** A version that somebody publishes differs from the one that is listened to here. Once for each version. */
    void onMismatch(Mismatch mismatch);
}
