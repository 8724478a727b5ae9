/** What can be wrong with a type, where it shows, and every text that says so. */
@NullMarked
package org.domaintypesystem.processor.fault;

import org.jspecify.annotations.NullMarked;
