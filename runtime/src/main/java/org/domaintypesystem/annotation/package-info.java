/** The annotations that turn a Java type into a type of the network. Read at compile time only. */
@NullMarked
package org.domaintypesystem.annotation;

import org.jspecify.annotations.NullMarked;
