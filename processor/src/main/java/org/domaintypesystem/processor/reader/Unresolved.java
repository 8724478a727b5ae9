package org.domaintypesystem.processor.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.domaintypesystem.annotation.DtsAdapter;

/**
 * Tells whether a type, or an annotated type that it refers to, waits for other processors: for types that do not exist yet,
 * or for Lombok. Lives for one round of the compiler.
 */
public final class Unresolved {
    private final Lombok lombok;
    private final boolean waitsForLombok;
    private final Map<TypeElement, Parts> parts = new HashMap<>();

    /**
     * @param waitsForLombok whether there will be a round in which Lombok has added what it has to
     */
    public Unresolved(Elements elements, boolean waitsForLombok) {
        this.lombok = new Lombok(elements);
        this.waitsForLombok = waitsForLombok;
    }

    /** What a type consists of itself. */
    private record Parts(boolean isIncomplete, Set<TypeElement> references) {}

    public boolean isIn(TypeElement type) {
        return isIn(type, new HashSet<>());
    }

    private boolean isIn(TypeElement type, Set<TypeElement> visited) {
        if (!visited.add(type)) {
            return false;
        }
        Parts found = parts.computeIfAbsent(type, this::partsOf);
        return found.isIncomplete() || found.references().stream().anyMatch(reference -> isIn(reference, visited));
    }

    private Parts partsOf(TypeElement type) {
        Set<TypeElement> references = new LinkedHashSet<>();
        boolean isIncomplete = (waitsForLombok && lombok.isPending(type)) || isChildless(type) || lacksAdapter(type);
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)
                    && !field.getModifiers().contains(Modifier.TRANSIENT)) {
                isIncomplete |= !collect(field.asType(), references) || lacksAdapter(field);
            }
        }
        isIncomplete |= !superclass(type, references);
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            isIncomplete |= !collect(permitted, references);
        }
        return new Parts(isIncomplete, references);
    }

    /** A sealed type has subtypes, or it is none for the compiler either; enums are sealed in their own way. */
    private static boolean isChildless(TypeElement type) {
        return type.getKind() != ElementKind.ENUM
                && type.getModifiers().contains(Modifier.SEALED)
                && type.getPermittedSubclasses().isEmpty();
    }

    /** Whether an adapter is named that does not exist: such a value is no class for the compiler. */
    private static boolean lacksAdapter(Element element) {
        AnnotationMirror adapters = Annotations.find(element, DtsAdapter.class);
        return adapters != null
                && Annotations.array(adapters, "value").stream()
                        .anyMatch(adapter ->
                                !(adapter.getValue() instanceof TypeMirror type) || type.getKind() == TypeKind.ERROR);
    }

    /** Superclasses are part of a type, with or without annotation. */
    private static boolean superclass(TypeElement type, Set<TypeElement> references) {
        TypeMirror superclass = type.getSuperclass();
        if (superclass instanceof DeclaredType declared
                && !((TypeElement) declared.asElement())
                        .getQualifiedName()
                        .toString()
                        .startsWith("java.")) {
            references.add((TypeElement) declared.asElement());
        }
        return collect(superclass, references);
    }

    /** Whether the type exists, with all that it is made of; collects the annotated types in it. */
    private static boolean collect(TypeMirror type, Set<TypeElement> references) {
        if (type.getKind() == TypeKind.ERROR) {
            return false;
        }
        if (type instanceof ArrayType array) {
            return collect(array.getComponentType(), references);
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null || collect(wildcard.getExtendsBound(), references);
        }
        if (!(type instanceof DeclaredType declared)) {
            return true;
        }
        TypeElement element = (TypeElement) declared.asElement();
        if (TypeReferences.isAnnotated(element)) {
            references.add(element);
        }
        boolean isComplete = true;
        for (TypeMirror argument : List.copyOf(declared.getTypeArguments())) {
            isComplete &= collect(argument, references);
        }
        return isComplete;
    }
}
