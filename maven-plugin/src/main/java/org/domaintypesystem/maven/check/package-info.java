/** Comparison of schemas with what was promised before. */
@NullMarked
package org.domaintypesystem.maven.check;

import org.jspecify.annotations.NullMarked;
