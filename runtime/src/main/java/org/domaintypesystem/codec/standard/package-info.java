/**
 * How types of the JDK travel that nobody can annotate: times, texts, big numbers and collections by what carries them, and
 * codecs for those that are structs, whose schemas are in {@code META-INF/dts/dts}. Called by generated code.
 */
@NullMarked
package org.domaintypesystem.codec.standard;

import org.jspecify.annotations.NullMarked;
