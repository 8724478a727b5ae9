/** The catalogue of a module's types, as files of its build. What is in them is made by the catalogue. */
@NullMarked
package org.domaintypesystem.maven.docs;

import org.jspecify.annotations.NullMarked;
