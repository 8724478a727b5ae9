package org.domaintypesystem.engine;

import org.domaintypesystem.nodes.ReceivedSchema;

/** Takes what a {@link SchemaExchange} finds out. Called by whoever calls it. */
public interface SchemaEvents {
    /** A schema that is wanted has come, and is what its numbers say. */
    void known(long typeId, long schemaId, ReceivedSchema schema);

    /** Nobody has answered for as long as messages wait. It is asked for again if it is still wanted later. */
    void unknown(long typeId, long schemaId);

    /**
     * An answer was not what was asked for, or no schema.
     *
     * @param sender who gave it
     * @param why for people
     */
    void refused(long typeId, long schemaId, long sender, String why);
}
