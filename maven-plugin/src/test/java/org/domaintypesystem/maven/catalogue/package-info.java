/** Tests of the catalogue. */
@org.jspecify.annotations.NullMarked
package org.domaintypesystem.maven.catalogue;
