/** Runs the annotation processor over the sources of a module, apart from the compilation. */
@NullMarked
package org.domaintypesystem.maven.generate;

import org.jspecify.annotations.NullMarked;
