/** Files of a build: what is there, what changed, and whether work has to be done again. */
@NullMarked
package org.domaintypesystem.maven.build;

import org.jspecify.annotations.NullMarked;
