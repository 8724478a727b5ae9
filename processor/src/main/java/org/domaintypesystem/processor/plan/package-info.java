/** All that is decided about a type before anything is written: its schema, its layout, what it refers to. */
@NullMarked
package org.domaintypesystem.processor.plan;

import org.jspecify.annotations.NullMarked;
