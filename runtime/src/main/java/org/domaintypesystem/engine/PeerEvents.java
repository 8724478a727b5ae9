package org.domaintypesystem.engine;

/** Takes what presence finds out. Must not block, nor call back. */
public interface PeerEvents {
    /** A node is there that was not. */
    void up(PeerState peer);

    /** What a node publishes or listens to has changed. */
    void changed(PeerState peer);

    /**
     * A node is gone.
     *
     * @param saidSo whether it took its leave; otherwise it has not been heard for long
     */
    void down(PeerState peer, boolean saidSo);

    /** A sender of a type that is listened to here says that this is the last it has published. */
    void published(long typeId, long sender, long last);

    /** A node gives another name to a type id that is in use here. */
    void conflict(PeerState peer, AnnouncedType theirs, String ours);

    /** A node that gave another name to a type id does so no longer, or is gone. */
    void agreed(long typeId, long sender);

    /** A node, or a type of it, was not taken note of, for lack of room. */
    void ignored(long sender);
}
