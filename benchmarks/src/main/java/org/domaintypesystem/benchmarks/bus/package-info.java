/** How many messages a second the bus carries from one process to another, and how long one takes, beside what others do. */
@NullMarked
package org.domaintypesystem.benchmarks.bus;

import org.jspecify.annotations.NullMarked;
