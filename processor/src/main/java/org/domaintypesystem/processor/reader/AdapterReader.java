package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.domaintypesystem.annotation.DtsAdapter;
import org.domaintypesystem.annotation.TypeAdapter;
import org.domaintypesystem.processor.model.Conversion;

/** Finds the adapter of a type: the nearest one that is named at a field, at what encloses it, or by option. */
final class AdapterReader {

    /** An adapter, with what it carries the type by. */
    record Adapter(Conversion.Adapter conversion, TypeMirror wireType) {}

    private final Elements elements;
    private final Types types;
    private final List<String> byOption;

    /**
     * @param byOption full names of adapters that serve all types
     */
    AdapterReader(Elements elements, Types types, List<String> byOption) {
        this.elements = elements;
        this.types = types;
        this.byOption = List.copyOf(byOption);
    }

    /**
     * @param places where adapters may be named, the nearest first; what encloses them counts, too
     */
    Optional<Adapter> find(TypeMirror type, List<? extends Element> places) {
        Stream<DeclaredType> named = places.stream()
                .flatMap(place -> Stream.<Element>iterate(place, at -> at != null, Element::getEnclosingElement))
                .flatMap(AdapterReader::namedAt);
        Stream<DeclaredType> options = byOption.stream()
                .map(elements::getTypeElement)
                .filter(adapter -> adapter != null)
                .map(adapter -> (DeclaredType) adapter.asType());
        return Stream.concat(named, options)
                .flatMap(adapter -> adapter(adapter).stream())
                .filter(adapter -> types.isSameType(adapter.javaType(), type))
                .findFirst()
                .map(AdapterReader::conversion);
    }

    /** Whether a class says which type it adapts to which. */
    boolean isAdapter(DeclaredType type) {
        return adapter(type)
                .filter(signature -> isConcrete(signature.javaType()) && isConcrete(signature.wireType()))
                .isPresent();
    }

    private static boolean isConcrete(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.ARRAY;
    }

    private static Stream<DeclaredType> namedAt(Element place) {
        AnnotationMirror annotation = Annotations.find(place, DtsAdapter.class);
        return annotation == null
                ? Stream.empty()
                : Annotations.classes(annotation, "value")
                        .filter(DeclaredType.class::isInstance)
                        .map(DeclaredType.class::cast);
    }

    private record Signature(DeclaredType adapter, TypeMirror javaType, TypeMirror wireType) {}

    private Optional<Signature> adapter(DeclaredType adapter) {
        return supertypes(adapter)
                .filter(type -> ((TypeElement) type.asElement())
                        .getQualifiedName()
                        .contentEquals(TypeAdapter.class.getCanonicalName()))
                .filter(type -> type.getTypeArguments().size() == 2)
                .findFirst()
                .map(type -> new Signature(
                        adapter,
                        type.getTypeArguments().get(0),
                        type.getTypeArguments().get(1)));
    }

    private Stream<DeclaredType> supertypes(DeclaredType type) {
        return Stream.concat(
                Stream.of(type),
                types.directSupertypes(type).stream()
                        .map(DeclaredType.class::cast)
                        .flatMap(this::supertypes));
    }

    private static Adapter conversion(Signature signature) {
        return new Adapter(
                new Conversion.Adapter(
                        ClassName.get((TypeElement) signature.adapter().asElement()),
                        TypeName.get(signature.javaType()),
                        TypeName.get(signature.wireType())),
                signature.wireType());
    }
}
