/** The goals of the Maven plugin: what Maven hands in and is told. What they do is in the packages below. */
@NullMarked
package org.domaintypesystem.maven;

import org.jspecify.annotations.NullMarked;
