/** Compiled classes, and where in the sources they come from. */
@NullMarked
package org.domaintypesystem.maven.classes;

import org.jspecify.annotations.NullMarked;
