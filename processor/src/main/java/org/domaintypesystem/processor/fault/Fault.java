package org.domaintypesystem.processor.fault;

import java.lang.annotation.Annotation;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
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

    /** Something that works, and that its author may not have meant. */
    public static Fault warning(Element element, String id, String message) {
        return new Fault(element, null, null, id, message);
    }

    /** The same at an annotation of the element. */
    public Fault at(@Nullable AnnotationMirror place) {
        return new Fault(element, place, null, warning, message);
    }

    /** The same at a value of an annotation of the element, or at all of that where the source leaves the value out. */
    public Fault at(@Nullable AnnotationMirror place, String valueName) {
        return new Fault(element, place, place == null ? null : valueOf(place, valueName), warning, message);
    }

    /** The same at an annotation, if the element has that. */
    public Fault at(Class<? extends Annotation> type) {
        return at(find(type));
    }

    /** The same at a value of an annotation, if the source gives that. */
    public Fault at(Class<? extends Annotation> type, String valueName) {
        AnnotationMirror place = find(type);
        return hasValue(place, valueName) ? at(place, valueName) : this;
    }

    private @Nullable AnnotationMirror find(Class<? extends Annotation> type) {
        for (AnnotationMirror candidate : element.getAnnotationMirrors()) {
            TypeElement found = (TypeElement) candidate.getAnnotationType().asElement();
            if (found.getQualifiedName().contentEquals(type.getCanonicalName())) {
                return candidate;
            }
        }
        return null;
    }

    public boolean isError() {
        return warning.isEmpty();
    }

    /** Whether the source gives a value of an annotation. */
    public static boolean hasValue(@Nullable AnnotationMirror annotation, String name) {
        return annotation != null && valueOf(annotation, name) != null;
    }

    private static @Nullable AnnotationValue valueOf(AnnotationMirror annotation, String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
