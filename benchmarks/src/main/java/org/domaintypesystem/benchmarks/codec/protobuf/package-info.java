/** Protocol Buffers, by classes that its compiler generates of {@code src/main/proto/messages.proto}. */
@NullMarked
package org.domaintypesystem.benchmarks.codec.protobuf;

import org.jspecify.annotations.NullMarked;
