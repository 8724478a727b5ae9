/** What generated codecs cost, beside the fastest that others have to offer. */
@NullMarked
package org.domaintypesystem.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
