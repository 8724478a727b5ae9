package org.domaintypesystem.processor.model;

import javax.lang.model.element.AnnotationMirror;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that the source gives with {@code @DtsField}.
 *
 * @param ordinal -1 if none is given
 * @param absent number of the absence, -1 if none is given
 * @param annotation what gives them; null if there is none
 */
public record Numbering(int ordinal, int absent, @Nullable AnnotationMirror annotation) {
    public static final Numbering NONE = new Numbering(-1, -1, null);

    public boolean isExplicit() {
        return ordinal >= 0;
    }
}
