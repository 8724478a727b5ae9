package org.domaintypesystem.jfr;

/** Tells JDK Flight Recorder what happens, if it is there and wants to know. For any thread. */
public final class Events {
    /** Whether classes that extend events may be touched. */
    public static final boolean AVAILABLE = isAvailable();

    private Events() {}

    private static boolean isAvailable() {
        return ModuleLayer.boot()
                .findModule("jdk.jfr")
                .map(Events.class.getModule()::canRead)
                .orElse(false);
    }

    /**
     * A datagram with messages has left.
     *
     * @param first their first sequence
     * @param bytes size of the datagram
     */
    public static void published(String type, long sender, long first, int count, int bytes) {
        if (AVAILABLE) {
            PublishEvent.emit(type, sender, first, count, bytes);
        }
    }

    /**
     * A message has come that somebody here listens to.
     *
     * @param bytes size of what it came in, with others perhaps
     */
    public static void received(String type, long sender, long sequence, int bytes) {
        if (AVAILABLE) {
            ReceiveEvent.emit(type, sender, sequence, bytes);
        }
    }

    /** A listener is about to be told of messages that it does not get. */
    public static void lost(String type, long sender, long first, long count, String cause) {
        if (AVAILABLE) {
            LossEvent.emit(type, sender, first, count, cause);
        }
    }

    /** Another node is there. */
    public static void peerUp(long sender, String name, String host, long process) {
        if (AVAILABLE) {
            PeerUpEvent.emit(sender, name, host, process);
        }
    }

    /**
     * Another node is gone.
     *
     * @param saidSo whether it took its leave; otherwise nothing has been heard of it for long
     */
    public static void peerDown(long sender, String name, String host, long process, boolean saidSo) {
        if (AVAILABLE) {
            PeerDownEvent.emit(sender, name, host, process, saidSo);
        }
    }
}
