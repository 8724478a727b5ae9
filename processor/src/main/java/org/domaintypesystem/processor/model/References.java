package org.domaintypesystem.processor.model;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.processor.model.TypeModel.SealedModel;
import org.domaintypesystem.processor.model.TypeModel.StructModel;

/** Which types with codecs a type refers to directly, in its values and in what it has retired. */
public final class References {
    private References() {}

    /** The types that have schemas of their own, in the order in which they appear. */
    public static List<TypeReference> of(TypeModel model) {
        List<TypeReference> references = new ArrayList<>();
        if (model instanceof StructModel struct) {
            addAll(struct, references);
            struct.locals().forEach(local -> addAll(local, references));
        } else if (model instanceof SealedModel sealed) {
            sealed.subtypes().stream().map(subtype -> of(subtype.kind())).forEach(references::addAll);
            sealed.locals().forEach(local -> addAll(local, references));
        }
        if (model instanceof TypeModel.Declared declared) {
            addRetired(declared, references);
            declared.locals().forEach(local -> addRetired(local, references));
        }
        return references.stream()
                .distinct()
                .filter(reference -> !isLocal(reference))
                .toList();
    }

    private static void addAll(StructModel struct, List<TypeReference> references) {
        struct.properties()
                .forEach(property -> references.addAll(of(property.value().kind())));
    }

    private static void addRetired(TypeModel.Declared model, List<TypeReference> references) {
        model.retired().stream()
                .map(Retired::reference)
                .filter(reference -> reference != null)
                .forEach(references::add);
    }

    /** The types that a value refers to itself, those that are declared inside of other types' schemas included. */
    public static List<TypeReference> of(Kind kind) {
        if (kind instanceof Kind.Struct struct) {
            return List.of(struct.type());
        }
        if (kind instanceof Kind.Constant constant) {
            return List.of(constant.type());
        }
        if (kind instanceof Kind.Listing list) {
            return of(list.element().kind());
        }
        return kind instanceof Kind.Converted converted ? of(converted.carrier().kind()) : List.of();
    }

    /** Whether a type is declared inside the schema of another one. */
    public static boolean isLocal(TypeReference reference) {
        return reference.schemaName().name().indexOf('.') >= 0;
    }
}
