/**
 * A bridge to <a href="https://github.com/capnproto/capnproto-java">capnproto-java</a>: values of annotated types to and
 * from its messages, and files or streams of packed messages. Nothing here is needed to publish or to listen.
 *
 * <p>Packing is done here, since capnproto-java's takes the end of a stream for a truncation, and allocates what a
 * message claims to need. The bytes are the same.
 */
@NullMarked
package org.domaintypesystem.capnproto;

import org.jspecify.annotations.NullMarked;
