/**
 * Formats that write any Java object, found out about by reflection when it is met first. They have no way to read a message
 * where it lies, so access makes the objects, and then reads their fields.
 */
@NullMarked
package org.domaintypesystem.benchmarks.codec.objects;

import org.jspecify.annotations.NullMarked;
