package org.domaintypesystem.processor.model;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that the source gives with {@code @DtsField}.
 *
 * @param ordinal -1 if none is given
 * @param absent number of the absence, -1 if none is given
 * @param element what has the annotation; null if there is none
 * @param annotation what gives them; null if there is none
 */
public record Numbering(
        int ordinal,
        int absent,
        @Nullable Element element,
        @Nullable AnnotationMirror annotation) {
    public static final Numbering NONE = new Numbering(-1, -1, null, null);

    public boolean isExplicit() {
        return ordinal >= 0;
    }
}
