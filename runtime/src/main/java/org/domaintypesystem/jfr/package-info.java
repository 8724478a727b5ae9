/**
 * Events for JDK Flight Recorder. Nothing here is touched where the module {@code jdk.jfr} is missing, and nothing is
 * allocated or written while no recording wants an event.
 */
@NullMarked
package org.domaintypesystem.jfr;

import org.jspecify.annotations.NullMarked;
