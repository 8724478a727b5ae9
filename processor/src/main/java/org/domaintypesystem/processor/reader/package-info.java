/**
 * From the compiler's elements to the model: the only stage that looks at them. What cannot be read becomes a fault in the
 * model, or a value that says why it is unsupported.
 */
@NullMarked
package org.domaintypesystem.processor.reader;

import org.jspecify.annotations.NullMarked;
