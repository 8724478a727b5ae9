/**
 * Messages of types that nobody compiled: values that are read, shown and made by a schema alone. A {@code DynamicCodec}
 * is prepared once for a schema, and is a codec like any other.
 */
@NullMarked
package org.domaintypesystem.dynamic;

import org.jspecify.annotations.NullMarked;
