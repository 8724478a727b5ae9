/** The schemas of a module and of those that it depends on. */
@NullMarked
package org.domaintypesystem.maven.collect;

import org.jspecify.annotations.NullMarked;
