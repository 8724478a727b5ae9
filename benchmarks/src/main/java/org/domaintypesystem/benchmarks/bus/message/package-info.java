/** The messages that DTS carries in the bus benchmark. */
@NullMarked
package org.domaintypesystem.benchmarks.bus.message;

import org.jspecify.annotations.NullMarked;
