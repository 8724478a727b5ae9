/**
 * Keys, for networks on which not everybody shall listen and publish: how they are made, written down, read and handed to a
 * node. What they do to messages is not here.
 *
 * <pre>{@code
 * KeyRing keys = KeyRing.read(Path.of("/etc/brewery/dts.keys"));
 * }</pre>
 */
@NullMarked
package org.domaintypesystem.keys;

import org.jspecify.annotations.NullMarked;
