package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import org.domaintypesystem.annotation.DtsImport;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/** Which types have codecs, and where these are. */
final class TypeReferences {
    private static final List<Class<? extends Annotation>> MARKS = List.of(DtsType.class, DtsValue.class);

    private final Elements elements;
    /** The names of the types that a package imports. */
    private final Map<String, Set<String>> imports = new HashMap<>();

    TypeReferences(Elements elements) {
        this.elements = elements;
    }

    static boolean isAnnotated(TypeElement type) {
        return mark(type) != null;
    }

    private static @Nullable AnnotationMirror mark(TypeElement type) {
        return MARKS.stream()
                .map(mark -> Annotations.find(type, mark))
                .filter(mark -> mark != null)
                .findFirst()
                .orElse(null);
    }

    /**
     * The type as code of a package refers to it; empty if it has no codec there.
     *
     * @param home name of the package
     */
    Optional<TypeReference> of(TypeElement type, String home) {
        AnnotationMirror mark = mark(type);
        if (mark != null) {
            return Optional.of(reference(
                    type, mark, elements.getPackageOf(type).getQualifiedName().toString()));
        }
        for (String at = home; ; at = at.substring(0, Math.max(0, at.lastIndexOf('.')))) {
            if (imported(at).contains(type.getQualifiedName().toString())) {
                return Optional.of(imported(type, at));
            }
            if (at.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    /** A type that a package imports. */
    TypeReference imported(TypeElement type, String home) {
        return reference(type, null, home);
    }

    /** The types that a package imports. */
    static List<TypeElement> imports(PackageElement element) {
        AnnotationMirror annotation = Annotations.find(element, DtsImport.class);
        return annotation == null
                ? List.of()
                : Annotations.classes(annotation, "value")
                        .filter(DeclaredType.class::isInstance)
                        .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                        .toList();
    }

    private Set<String> imported(String packageName) {
        return imports.computeIfAbsent(packageName, name -> {
            PackageElement element = elements.getPackageElement(name);
            Set<String> names = new HashSet<>();
            if (element != null) {
                imports(element)
                        .forEach(type -> names.add(type.getQualifiedName().toString()));
            }
            return names;
        });
    }

    private static TypeReference reference(TypeElement type, @Nullable AnnotationMirror mark, String home) {
        ClassName name = ClassName.get(type);
        TypeName usual = SchemaNames.of(name);
        String namespace = mark == null ? "" : Annotations.text(mark, "namespace");
        String chosen = mark == null ? "" : Annotations.text(mark, "name");
        TypeName schemaName = new TypeName(
                namespace.isEmpty() ? usual.namespace() : namespace, chosen.isEmpty() ? usual.name() : chosen);
        long pinned = mark == null ? 0 : Annotations.number(mark, "id");
        String companions = String.join("_", name.simpleNames());
        return new TypeReference(
                name,
                schemaName,
                pinned == 0 ? TypeIds.typeId(schemaName) : pinned,
                ClassName.get(home, companions + "Codec"),
                ClassName.get(home, companions + "View"));
    }
}
