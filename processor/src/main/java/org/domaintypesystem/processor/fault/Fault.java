package org.domaintypesystem.processor.fault;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a type, at the narrowest place that shows it.
 *
 * @param annotation the annotation of the element that is at fault, if one is
 * @param value the value of the annotation that is at fault, if one is
 * @param warning the id by which a warning is silenced; empty for an error
 */
public record Fault(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value,
        String warning,
        String message) {

    public Fault(Element element, String message) {
        this(element, null, null, "", message);
    }

    public static Fault at(
            Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value, String message) {
        return new Fault(element, annotation, value, "", message);
    }

    /** Something that works, and that its author may not have meant. */
    public static Fault warning(Element element, String id, String message) {
        return new Fault(element, null, null, id, message);
    }

    public boolean isError() {
        return warning.isEmpty();
    }
}
