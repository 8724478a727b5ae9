/**
 * What generated codecs stand on: writing and reading Cap'n Proto in a {@code byte[]}. Knows nothing of networks.
 *
 * <p>Encoding: <a href="https://capnproto.org/encoding.html">Cap'n Proto encoding specification</a>.
 */
@NullMarked
package org.domaintypesystem.codec;

import org.jspecify.annotations.NullMarked;
