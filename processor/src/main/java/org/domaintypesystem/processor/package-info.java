/**
 * From an annotated type to its schema, codec, publisher, listener and view: the rounds of the compiler, and the way of each
 * type through the stages, which have packages of their own: {@code reader}, {@code validator}, {@code plan} and
 * {@code writer}.
 */
@NullMarked
package org.domaintypesystem.processor;

import org.jspecify.annotations.NullMarked;
