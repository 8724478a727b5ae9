package org.domaintypesystem;

/** Is told who comes and goes. Calls come one after another, on a thread for that purpose. */
public interface PeerListener {
    /** A node is there. Those that are known already come first. */
    default void up(Peer peer) {}

    /** What a node publishes or listens to is now this. */
    default void changed(Peer peer) {}

    /**
     * A node is gone.
     *
     * @param saidSo whether it took its leave; otherwise nothing has been heard of it for long
     */
    default void down(Peer peer, boolean saidSo) {}
}
