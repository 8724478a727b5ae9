/**
 * What keys do to messages: seals them and opens them, byte by byte as {@code docs/protocol.md} says. Which messages are
 * sealed, and whether one that opens is also new and of somebody who is there, is decided elsewhere.
 */
@NullMarked
package org.domaintypesystem.seal;

import org.jspecify.annotations.NullMarked;
