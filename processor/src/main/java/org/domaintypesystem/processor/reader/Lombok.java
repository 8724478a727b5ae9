package org.domaintypesystem.processor.reader;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Tells whether Lombok has still to add members to a class. Where it comes later on the processor path, they are there in the
 * next round only. Lombok is recognized by the names of its annotations, and need not be there.
 */
final class Lombok {
    private static final String PACKAGE = "lombok.";
    private static final Set<String> CONSTRUCTORS = Set.of(
            "Data",
            "Value",
            "Builder",
            "SuperBuilder",
            "AllArgsConstructor",
            "RequiredArgsConstructor",
            "NoArgsConstructor");
    private static final Set<String> BUILDERS = Set.of("Builder", "SuperBuilder");
    private static final Set<String> GETTERS = Set.of("Data", "Value", "Getter");
    private static final Set<String> SETTERS = Set.of("Data", "Setter");

    private final Elements elements;

    Lombok(Elements elements) {
        this.elements = elements;
    }

    boolean isPending(TypeElement type) {
        Set<String> marks = marks(type);
        Set<String> methods = new HashSet<>();
        ElementFilter.methodsIn(type.getEnclosedElements())
                .forEach(method -> methods.add(method.getSimpleName().toString()));
        if (anyOf(marks, BUILDERS) && !methods.contains("builder")) {
            return true;
        }
        if (type.getKind() != ElementKind.CLASS) {
            return false;
        }
        return (anyOf(marks, CONSTRUCTORS) && hasImplicitConstructor(type))
                || ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                        .filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .anyMatch(field -> isPending(field, marks, methods));
    }

    private static boolean isPending(VariableElement field, Set<String> marksOfType, Set<String> methods) {
        Set<String> marks = new HashSet<>(marks(field));
        marks.addAll(marksOfType);
        String name = field.getSimpleName().toString();
        String capital = PropertyReader.capitalized(name);
        String bare = name.startsWith("is") ? name.substring(2) : capital;
        return (anyOf(marks, GETTERS)
                        && !isLimited(field, "Getter")
                        && Stream.of("get" + capital, "is" + capital, name).noneMatch(methods::contains))
                || (anyOf(marks, SETTERS)
                        && !isLimited(field, "Setter")
                        && !field.getModifiers().contains(Modifier.FINAL)
                        && !marksOfType.contains("Value")
                        && Stream.of("set" + capital, "set" + bare, name).noneMatch(methods::contains));
    }

    /** Whether a field says of its getter or setter that it shall be less than public, or none at all. */
    private static boolean isLimited(VariableElement field, String mark) {
        AnnotationMirror annotation = Annotations.find(field, PACKAGE + mark);
        AnnotationValue access = annotation == null ? null : Annotations.value(annotation, "value");
        return access != null && !access.toString().endsWith("PUBLIC");
    }

    private boolean hasImplicitConstructor(TypeElement type) {
        for (ExecutableElement constructor : ElementFilter.constructorsIn(type.getEnclosedElements())) {
            if (elements.getOrigin(constructor) == Elements.Origin.EXPLICIT) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> marks(Element element) {
        Set<String> marks = new HashSet<>();
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (type.getQualifiedName().toString().startsWith(PACKAGE)) {
                marks.add(type.getSimpleName().toString());
            }
        }
        return marks;
    }

    private static boolean anyOf(Set<String> marks, Set<String> wanted) {
        return marks.stream().anyMatch(wanted::contains);
    }
}
