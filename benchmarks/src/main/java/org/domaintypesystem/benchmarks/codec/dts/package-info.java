/** The codecs and views that our processor generates, used as an application would. */
@NullMarked
package org.domaintypesystem.benchmarks.codec.dts;

import org.jspecify.annotations.NullMarked;
