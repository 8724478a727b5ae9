/** How a project has its sources compiled, and whether the annotation processor has a part in that. */
@NullMarked
package org.domaintypesystem.maven.compiler;

import org.jspecify.annotations.NullMarked;
