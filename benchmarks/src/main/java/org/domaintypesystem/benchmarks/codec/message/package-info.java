/** The messages that all formats carry in the codec benchmark, and the values that they have there. */
@NullMarked
package org.domaintypesystem.benchmarks.codec.message;

import org.jspecify.annotations.NullMarked;
