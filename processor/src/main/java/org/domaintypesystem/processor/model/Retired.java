package org.domaintypesystem.processor.model;

import javax.lang.model.element.AnnotationMirror;
import org.jspecify.annotations.Nullable;

/**
 * A number that stays taken.
 *
 * @param type as the source spells it; empty for a constant
 * @param absent number of the absence; -1 if there is none
 */
public record Retired(
        String name,
        String type,
        int ordinal,
        int absent,
        @Nullable AnnotationMirror annotation) {}
