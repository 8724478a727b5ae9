package org.domaintypesystem.processor.reader;

import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** What JSpecify says about whether a type may be null. */
enum Nullness {
    NULLABLE,
    NON_NULL,
    UNSPECIFIED;

    private static final String PACKAGE = "org.jspecify.annotations.";

    /**
     * Of a type as it is used somewhere.
     *
     * @param place a declaration that encloses the use
     */
    static Nullness of(TypeMirror type, Element place) {
        if (Annotations.hasNamed(type, "Nullable")) {
            return NULLABLE;
        }
        if (Annotations.find(type, PACKAGE + "NonNull") != null) {
            return NON_NULL;
        }
        for (Element at = place; at != null; at = at.getEnclosingElement()) {
            if (Annotations.find(at, PACKAGE + "NullMarked") != null) {
                return NON_NULL;
            }
            if (Annotations.find(at, PACKAGE + "NullUnmarked") != null) {
                return UNSPECIFIED;
            }
        }
        return UNSPECIFIED;
    }
}
