/**
 * What the protocol decides, as plain state machines: bytes and times go in, decisions come out through a sink that the
 * caller hands in. No thread, socket, clock, random source or logger lives here, and nothing is allocated once the
 * senders are known, unless something is missing.
 */
@NullMarked
package org.domaintypesystem.engine;

import org.jspecify.annotations.NullMarked;
