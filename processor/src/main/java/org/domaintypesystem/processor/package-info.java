/**
 * From an annotated type to its schema, codec, publisher, listener and view. {@link TypeReader} turns elements into an
 * immutable {@link TypeModel}, {@link TypeValidator} reports its faults, {@link TypePlan} adds ids and layout, and one
 * writer makes each output.
 */
@NullMarked
package org.domaintypesystem.processor;

import org.jspecify.annotations.NullMarked;
