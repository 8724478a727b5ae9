/** Finds what is wrong with types that could be read: each validator returns all faults at once, and changes nothing. */
@NullMarked
package org.domaintypesystem.processor.validator;

import org.jspecify.annotations.NullMarked;
