package org.domaintypesystem.processor.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.domaintypesystem.processor.model.Construction;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.TypeModel.Declaration;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeReference;

/** Reads records and classes. */
final class StructReader {
    private final Elements elements;
    private final Types types;
    private final RetiredReader retired;
    private final PropertyReader properties;

    StructReader(
            Elements elements,
            Types types,
            AdapterReader adapters,
            TypeReferences references,
            RetiredReader retired,
            Docs docs) {
        this.retired = retired;
        this.elements = elements;
        this.types = types;
        this.properties = new PropertyReader(
                new ValueReader(adapters, references, new Advisor(elements, types), this::generic), docs);
    }

    /** Reads a type that has a file of its own. */
    StructModel read(TypeElement type, TypeReference reference, Declaration declaration) {
        return read((DeclaredType) type.asType(), reference, declaration, new LocalStructs(reference));
    }

    private StructModel generic(DeclaredType type, TypeReference reference, Place place) {
        StructModel read = read(type, reference, place.declaration(), place.locals());
        return new StructModel(
                reference,
                place.declaration(),
                read.takesComponents(),
                read.properties(),
                read.construction(),
                read.retired(),
                List.of());
    }

    private StructModel read(DeclaredType type, TypeReference reference, Declaration declaration, LocalStructs locals) {
        Members members = new Members(elements, types, type, reference.codec().packageName());
        List<Property> found = properties.read(members, reference, declaration, locals);
        Construction construction = ConstructionReader.read(members, typesOf(found, members));
        boolean isRecord = members.element().getKind() == ElementKind.RECORD;
        return new StructModel(
                reference,
                declaration,
                isRecord,
                found,
                construction,
                retired.read(members.element(), reference.codec().packageName()),
                locals.all());
    }

    /** The types of the properties as constructors and setters must take them. */
    private static Map<String, TypeMirror> typesOf(List<Property> properties, Members members) {
        Map<String, TypeMirror> types = new LinkedHashMap<>();
        for (Property property : properties) {
            types.put(property.name(), members.propertyType(property.name(), property.access()));
        }
        return types;
    }
}
