/** What annotation processing costs a build, beside the fastest processor that others have to offer. */
@NullMarked
package org.domaintypesystem.benchmarks.build;

import org.jspecify.annotations.NullMarked;
