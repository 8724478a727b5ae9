/** The command of the module; what it measures is in the packages below. */
@NullMarked
package org.domaintypesystem.benchmarks;

import org.jspecify.annotations.NullMarked;
