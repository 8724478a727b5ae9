/** What a process pays for having many types, many listeners, many publishers and many peers. */
@NullMarked
package org.domaintypesystem.benchmarks.many;

import org.jspecify.annotations.NullMarked;
