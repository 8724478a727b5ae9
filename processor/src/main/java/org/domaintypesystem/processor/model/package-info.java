/**
 * Types as they were read: immutable, and without anything of the compiler but the elements that messages point at. No
 * decisions here, those are taken by the reader, the validator and the plan.
 */
@NullMarked
package org.domaintypesystem.processor.model;

import org.jspecify.annotations.NullMarked;
