package org.domaintypesystem.engine;

import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.WireReader;

/** What {@code Bye} is in dts.capnp: the last sequence of each type that a leaving node has published. */
final class Farewell {
    static final int DATA_WORDS = 2;

    private Farewell() {}

    /** Takes each of them. */
    interface Sink {
        void last(long typeId, long last);
    }

    /**
     * Reads a farewell.
     *
     * @throws DecodeException if it is none
     */
    static void read(InboundMessage message, Sink sink) {
        long struct = message.payload();
        WireReader in = message.reader();
        long list = in.structList(struct, 0);
        int count = in.count(list);
        for (int i = 0; i < count; i++) {
            long type = in.element(list, i);
            sink.last(in.int64(type, 0), in.int64(type, 8));
        }
    }
}
