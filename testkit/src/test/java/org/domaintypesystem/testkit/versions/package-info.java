/** Programs that were compiled with different versions of a type, or without it. */
package org.domaintypesystem.testkit.versions;
