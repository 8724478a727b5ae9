/** From plans to Java: one writer for each class that is generated, and the expressions that they share. */
@NullMarked
package org.domaintypesystem.processor.writer;

import org.jspecify.annotations.NullMarked;
