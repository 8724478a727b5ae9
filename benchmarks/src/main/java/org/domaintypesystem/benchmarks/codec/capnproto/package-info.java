/**
 * capnproto-java. Its generator is not to be had where its runtime is, so the {@code …Struct} classes are written by hand
 * as it would write them, for the layout that our schemas have.
 */
@NullMarked
package org.domaintypesystem.benchmarks.codec.capnproto;

import org.jspecify.annotations.NullMarked;
