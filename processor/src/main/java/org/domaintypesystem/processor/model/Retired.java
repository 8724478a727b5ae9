package org.domaintypesystem.processor.model;

import javax.lang.model.element.AnnotationMirror;
import org.jspecify.annotations.Nullable;

/**
 * A number that stays taken.
 *
 * @param type as the source spells it; empty for a constant
 * @param reference the type with a codec that it refers to; null if there is none, or none that is known
 * @param absent number of the absence; -1 if there is none
 */
public record Retired(
        String name,
        String type,
        @Nullable TypeReference reference,
        int ordinal,
        int absent,
        @Nullable AnnotationMirror annotation) {}
