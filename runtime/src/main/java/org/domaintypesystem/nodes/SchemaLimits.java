package org.domaintypesystem.nodes;

import org.domaintypesystem.codec.WireReader;

/** How large a schema may be that travels. Larger ones are neither written nor read. */
public final class SchemaLimits {
    /** Bytes of a message that holds a schema. */
    public static final int MAX_BYTES = 1 << 20;

    /** Nodes: structs, enums and unions that have a name. */
    public static final int MAX_NODES = 1_024;

    /** Fields and enumerants, of all nodes together. */
    public static final int MAX_FIELDS = 4_096;

    /** Characters of the name of a field, a union or an enumerant. */
    public static final int MAX_NAME = 256;

    /** Characters of the name of a node with its file: {@code brewery/Order.capnp:Order.Entry3}. */
    public static final int MAX_DISPLAY_NAME = 1_024;

    /** How deep declarations may stand in each other. */
    public static final int MAX_NESTING = 32;

    /** How deep lists may be nested. */
    public static final int MAX_LIST_DEPTH = WireReader.MAX_DEPTH;

    private SchemaLimits() {}
}
