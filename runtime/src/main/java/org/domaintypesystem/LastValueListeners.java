package org.domaintypesystem;

/** What those who listen know of last values, and are told. On the receiving thread. */
interface LastValueListeners {
    /** A publisher is asked, that was not or was lost sight of. */
    void asks(long typeId, long sender);

    /** What a publisher sends after a sequence is expected. */
    void expects(long typeId, long sender, long last);

    /** A publisher has given all that there was. */
    void caughtUp(long typeId, long sender);

    /** Whether anybody listens to a type. */
    boolean isListenedTo(long typeId);
}
