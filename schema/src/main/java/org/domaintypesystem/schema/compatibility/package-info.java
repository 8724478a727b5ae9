/**
 * What changed between two versions of a schema, and what that does to programs that have the other one: start at
 * {@link org.domaintypesystem.schema.compatibility.SchemaComparer}. Nothing here reads or writes files, and nothing knows
 * how a build reports changes.
 */
@NullMarked
package org.domaintypesystem.schema.compatibility;

import org.jspecify.annotations.NullMarked;
