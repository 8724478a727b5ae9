package org.domaintypesystem.engine;

import java.net.SocketAddress;

/** Knows which shapes of types can be read. */
public interface Shapes {
    /**
     * Judges a shape that is not that of this node, when it is met first, and until somebody knows.
     *
     * @param sender whose message is of that shape
     * @param source where it comes from
     */
    Readability judge(long typeId, long schemaId, long sender, SocketAddress source);
}
