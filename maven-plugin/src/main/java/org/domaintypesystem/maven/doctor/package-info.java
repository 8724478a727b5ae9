/** Looks for what keeps a project from working, and names cause and remedy. */
@NullMarked
package org.domaintypesystem.maven.doctor;

import org.jspecify.annotations.NullMarked;
