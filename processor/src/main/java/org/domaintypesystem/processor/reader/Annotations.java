package org.domaintypesystem.processor.reader;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Annotations as the compiler has them, which may name classes that do not exist yet. */
final class Annotations {
    private Annotations() {}

    static boolean has(AnnotatedConstruct construct, Class<? extends Annotation> type) {
        return find(construct, type) != null;
    }

    static @Nullable AnnotationMirror find(AnnotatedConstruct construct, Class<? extends Annotation> type) {
        return find(construct, type.getCanonicalName());
    }

    static @Nullable AnnotationMirror find(AnnotatedConstruct construct, String qualifiedName) {
        for (AnnotationMirror annotation : construct.getAnnotationMirrors()) {
            if (type(annotation).getQualifiedName().contentEquals(qualifiedName)) {
                return annotation;
            }
        }
        return null;
    }

    /** Whether there is an annotation of this simple name, from whichever package. */
    static boolean hasNamed(AnnotatedConstruct construct, String simpleName) {
        return construct.getAnnotationMirrors().stream()
                .anyMatch(annotation -> type(annotation).getSimpleName().contentEquals(simpleName));
    }

    private static TypeElement type(AnnotationMirror annotation) {
        return (TypeElement) annotation.getAnnotationType().asElement();
    }

    /** The value that the source gives; null if it leaves the default. */
    static @Nullable AnnotationValue value(AnnotationMirror annotation, String name) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(name)) {
                return entry.getValue();
            }
        }
        return null;
    }

    static int integer(AnnotationMirror annotation, String name, int ifAbsent) {
        AnnotationValue value = value(annotation, name);
        return value != null && value.getValue() instanceof Integer number ? number : ifAbsent;
    }

    static long number(AnnotationMirror annotation, String name) {
        AnnotationValue value = value(annotation, name);
        return value != null && value.getValue() instanceof Long number ? number : 0;
    }

    static String text(AnnotationMirror annotation, String name) {
        AnnotationValue value = value(annotation, name);
        return value != null && value.getValue() instanceof String text ? text : "";
    }

    /** The name of a value that is a constant of an enum; empty if the source leaves the default. */
    static String constant(AnnotationMirror annotation, String name) {
        AnnotationValue value = value(annotation, name);
        return value != null && value.getValue() instanceof VariableElement constant
                ? constant.getSimpleName().toString()
                : "";
    }

    /** The elements of a value that is an array. */
    static List<AnnotationValue> array(AnnotationMirror annotation, String name) {
        AnnotationValue value = value(annotation, name);
        return value != null && value.getValue() instanceof List<?> values
                ? values.stream().map(AnnotationValue.class::cast).toList()
                : List.of();
    }

    /** The classes in a value that is an array of them. */
    static Stream<TypeMirror> classes(AnnotationMirror annotation, String name) {
        return array(annotation, name).stream()
                .map(AnnotationValue::getValue)
                .filter(TypeMirror.class::isInstance)
                .map(TypeMirror.class::cast);
    }
}
