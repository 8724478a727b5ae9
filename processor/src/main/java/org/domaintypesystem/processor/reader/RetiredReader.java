package org.domaintypesystem.processor.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.domaintypesystem.annotation.DtsRetired;
import org.domaintypesystem.processor.model.Retired;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeExpression;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/** Reads which numbers of a type stay taken, and finds the types that these had by their names in the schema. */
final class RetiredReader {
    private final Elements elements;
    private final TypeReferences references;
    private final Sources sources;

    RetiredReader(Elements elements, TypeReferences references, Sources sources) {
        this.elements = elements;
        this.references = references;
        this.sources = sources;
    }

    /**
     * @param home name of the package of the generated code
     */
    List<Retired> read(TypeElement type, String home) {
        List<AnnotationMirror> annotations = new ArrayList<>();
        AnnotationMirror one = Annotations.find(type, DtsRetired.class);
        if (one != null) {
            annotations.add(one);
        }
        AnnotationMirror several = Annotations.find(type, DtsRetired.All.class);
        if (several != null) {
            Annotations.array(several, "value").forEach(value -> annotations.add((AnnotationMirror) value.getValue()));
        }
        return annotations.stream().map(annotation -> retired(annotation, home)).toList();
    }

    private Retired retired(AnnotationMirror annotation, String home) {
        String type = Annotations.text(annotation, "type");
        return new Retired(
                Annotations.text(annotation, "name"),
                type,
                reference(type, home),
                Annotations.integer(annotation, "ordinal", -1),
                Annotations.integer(annotation, "absent", -1),
                annotation);
    }

    private @Nullable TypeReference reference(String text, String home) {
        Type type;
        try {
            type = TypeExpression.parse(text);
        } catch (IllegalArgumentException noType) {
            return null;
        }
        while (type instanceof Type.ListOf list) {
            type = list.element();
        }
        if (type instanceof Type.StructRef struct) {
            return find(struct.name(), struct.id(), home);
        }
        return type instanceof Type.EnumRef constant ? find(constant.name(), constant.id(), home) : null;
    }

    private @Nullable TypeReference find(TypeName name, long id, String home) {
        String scope = name.namespace().isEmpty() ? "" : name.namespace() + '.';
        return Stream.of(
                        sources.references(),
                        BuiltInTypes.structs(),
                        classes(scope, name.name())
                                .map(type -> references.of(type, home))
                                .flatMap(Optional::stream))
                .flatMap(candidates -> candidates)
                .filter(candidate ->
                        candidate.id() == id && candidate.schemaName().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The classes that a name in the schema can stand for: {@code OuterInner} is a class of this name or Outer.Inner. */
    private Stream<TypeElement> classes(String scope, String name) {
        Stream<TypeElement> nested = IntStream.range(1, name.length())
                .filter(i -> Character.isUpperCase(name.charAt(i)))
                .filter(i -> elements.getTypeElement(scope + name.substring(0, i)) != null)
                .boxed()
                .flatMap(i -> classes(scope + name.substring(0, i) + '.', name.substring(i)));
        return Stream.concat(Stream.ofNullable(elements.getTypeElement(scope + name)), nested);
    }
}
