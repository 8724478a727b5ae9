/** Simple Binary Encoding, by flyweights that its tool generates of {@code src/main/sbe/messages.xml}. */
@NullMarked
package org.domaintypesystem.benchmarks.codec.sbe;

import org.jspecify.annotations.NullMarked;
