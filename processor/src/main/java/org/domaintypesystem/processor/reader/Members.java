package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The members of a type that generated code of a package can use, with the types that they have there. */
final class Members {
    private static final TypeName BOXED_BOOLEAN = ClassName.get(Boolean.class);
    private static final List<String> UNCHECKED = List.of("java.lang.RuntimeException", "java.lang.Error");

    private final Elements elements;
    private final Types types;
    private final DeclaredType owner;
    private final TypeElement element;
    private final String home;
    private final List<ExecutableElement> methods;

    /**
     * @param home name of the package of the generated code
     */
    Members(Elements elements, Types types, DeclaredType owner, String home) {
        this.elements = elements;
        this.types = types;
        this.owner = owner;
        this.element = (TypeElement) owner.asElement();
        this.home = home;
        this.methods = ElementFilter.methodsIn(elements.getAllMembers(element)).stream()
                .filter(this::isAccessible)
                .toList();
    }

    TypeElement element() {
        return element;
    }

    DeclaredType owner() {
        return owner;
    }

    /** The class and its superclasses without those of Java itself, the topmost first. */
    List<TypeElement> lineage() {
        List<TypeElement> lineage = new ArrayList<>();
        TypeElement at = element;
        while (at != null && !at.getQualifiedName().toString().startsWith("java.")) {
            lineage.add(0, at);
            TypeMirror superclass = at.getSuperclass();
            at = superclass.getKind() == TypeKind.DECLARED
                    ? (TypeElement) ((DeclaredType) superclass).asElement()
                    : null;
        }
        return lineage;
    }

    /** Whether generated code can use a member of this type or of what it inherits from. */
    boolean isAccessible(Element member) {
        Set<Modifier> modifiers = member.getModifiers();
        if (modifiers.contains(Modifier.PUBLIC)) {
            return true;
        }
        return !modifiers.contains(Modifier.PRIVATE)
                && elements.getPackageOf(member).getQualifiedName().contentEquals(home);
    }

    TypeMirror typeOf(VariableElement field) {
        return types.asMemberOf(owner, field);
    }

    ExecutableType typeOf(ExecutableElement method) {
        return (ExecutableType) types.asMemberOf(owner, method);
    }

    /** Accessible methods of the instance with this name and so many parameters. */
    List<ExecutableElement> instanceMethods(String name, int parameters) {
        return methods.stream()
                .filter(method -> method.getSimpleName().contentEquals(name)
                        && method.getParameters().size() == parameters
                        && !method.getModifiers().contains(Modifier.STATIC)
                        && method.getTypeParameters().isEmpty())
                .toList();
    }

    /** Constructors and methods of the class itself that have an annotation, whether or not they can be used. */
    List<ExecutableElement> marked(Class<? extends Annotation> annotation) {
        return Stream.concat(
                        ElementFilter.constructorsIn(element.getEnclosedElements()).stream(),
                        ElementFilter.methodsIn(element.getEnclosedElements()).stream())
                .filter(method -> Annotations.has(method, annotation))
                .toList();
    }

    List<ExecutableElement> staticMethods() {
        return ElementFilter.methodsIn(element.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.STATIC) && isAccessible(method))
                .toList();
    }

    List<ExecutableElement> constructors() {
        return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(this::isAccessible)
                .toList();
    }

    /** Whether a type is a collection or a map. */
    boolean isContainer(TypeMirror type) {
        TypeMirror erased = types.erasure(type);
        return Stream.of(Collection.class, Map.class)
                .map(container -> elements.getTypeElement(container.getCanonicalName()))
                .anyMatch(container -> types.isSubtype(erased, types.erasure(container.asType())));
    }

    boolean isSameType(TypeMirror one, TypeMirror other) {
        return types.isSameType(one, other);
    }

    /** Whether a value can be passed as it is; one that may be null cannot be passed as a primitive. */
    boolean isAssignable(TypeMirror from, TypeMirror to) {
        return types.isAssignable(from, to)
                && (from.getKind().isPrimitive() || !to.getKind().isPrimitive());
    }

    /** Whether a value can be passed, whatever the type arguments are. */
    boolean isErasedAssignable(TypeMirror from, TypeMirror to) {
        return isAssignable(types.erasure(from), types.erasure(to));
    }

    /** Whether a type is an {@code Optional} of another one. */
    boolean isOptionalOf(TypeMirror type, TypeMirror content) {
        return type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.util.Optional")
                && declared.getTypeArguments().size() == 1
                && types.isSameType(declared.getTypeArguments().get(0), content);
    }

    boolean isBoolean(TypeMirror type) {
        return type.getKind() == TypeKind.BOOLEAN
                || TypeName.get(type).withoutAnnotations().equals(BOXED_BOOLEAN);
    }

    boolean throwsChecked(ExecutableElement method) {
        return method.getThrownTypes().stream()
                .anyMatch(thrown -> UNCHECKED.stream()
                        .noneMatch(unchecked -> types.isSubtype(
                                thrown, elements.getTypeElement(unchecked).asType())));
    }

    /**
     * The type that a property has where it is read.
     *
     * @param access the method, with parentheses, or the field that reads it
     */
    TypeMirror propertyType(String property, String access) {
        if (access.endsWith("()")) {
            List<ExecutableElement> accessors = instanceMethods(access.substring(0, access.length() - 2), 0);
            if (!accessors.isEmpty()) {
                return typeOf(accessors.get(0)).getReturnType();
            }
        }
        return lineage().stream()
                .flatMap(type -> ElementFilter.fieldsIn(type.getEnclosedElements()).stream())
                .filter(field -> field.getSimpleName().contentEquals(property))
                .reduce((first, second) -> second)
                .map(this::typeOf)
                .orElseThrow();
    }

    /** The members of another type for the same generated code. */
    Members of(DeclaredType other) {
        boolean isOpen = other.getTypeArguments().stream().anyMatch(WildcardType.class::isInstance);
        // What stands for a wildcard is within the bounds of the parameter.
        DeclaredType type = isOpen ? (DeclaredType) other.asElement().asType() : other;
        return new Members(elements, types, type, home);
    }
}
