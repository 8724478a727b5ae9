package org.domaintypesystem.nodes;

import org.domaintypesystem.schema.Schema;

/**
 * A schema that came from the network and is what was asked for: its root has the type id and it has the schema id.
 *
 * @param idVerified whether the type id follows from the name of the root. If not, somebody pinned it, and nothing but the
 *     sender's word says that it is the id of this name
 */
public record ReceivedSchema(Schema schema, boolean idVerified) {}
