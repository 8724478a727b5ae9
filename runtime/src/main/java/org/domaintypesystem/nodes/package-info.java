/**
 * Schemas as they travel: as the nodes of Cap'n Proto's own {@code schema.capnp}. Written from the model of a schema, and
 * read from bytes that nobody vouches for. Knows nothing of networks.
 */
@NullMarked
package org.domaintypesystem.nodes;

import org.jspecify.annotations.NullMarked;
