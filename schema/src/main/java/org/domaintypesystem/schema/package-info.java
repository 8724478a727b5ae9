/**
 * The immutable model of a type and everything that is a pure function of it: ids, struct layout, {@code .capnp} text,
 * fingerprint and multicast group. Nothing here knows Java types, codecs or sockets.
 */
@NullMarked
package org.domaintypesystem.schema;

import org.jspecify.annotations.NullMarked;
