package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.model.Absence;
import org.domaintypesystem.processor.model.Construction;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Numbering;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.model.ValueModel;

/**
 * The structs that stand for what Cap'n Proto has no type of its own for, each declared inside the type that uses it: the
 * entries of a map, a value in a list that may be absent, a generic type with its arguments.
 */
final class ValueStructs {
    private static final String VALUE = "value";

    private final ValueReader values;
    private final Generics generics;

    /** Reads a generic type as it is used. */
    interface Generics {
        StructModel read(DeclaredType type, TypeReference reference, Place place);
    }

    ValueStructs(ValueReader values, Generics generics) {
        this.values = values;
        this.generics = generics;
    }

    /** The entry of a map; unsupported if its key or its value is. */
    ValueModel entry(TypeMirror keyType, TypeMirror valueType, Place place) {
        TypeName type = ParameterizedTypeName.get(
                ClassName.get(Map.Entry.class),
                ValueReader.typeName(keyType).box(),
                ValueReader.typeName(valueType).box());
        TypeReference reference = place.owner().nested(type, "Entry" + place.ordinal());
        ValueModel key = values.inEntry(keyType, place.in(reference, 0));
        int next = key.isUnion() ? 2 : 1;
        ValueModel value = values.inEntry(valueType, place.in(reference, next));
        for (ValueModel part : List.of(key, value)) {
            if (part.kind() instanceof Kind.Unsupported) {
                return part;
            }
        }
        TypeName made = ParameterizedTypeName.get(
                ClassName.get(AbstractMap.SimpleImmutableEntry.class),
                key.javaType().box(),
                value.javaType().box());
        add(
                reference,
                List.of(property("key", key, "getKey()", 0, place), property(VALUE, value, "getValue()", next, place)),
                Construction.Call.of(made, "", List.of("key", VALUE)),
                place);
        return struct(reference);
    }

    /** A value of its own struct, in which it may be absent. */
    ValueModel wrapped(ValueModel value, Place place) {
        TypeReference reference = place.owner().nested(value.javaType(), "Value" + place.ordinal());
        wrapper(value, reference, place);
        return struct(reference);
    }

    /** A struct whose one field is the value. */
    void wrapper(ValueModel value, TypeReference reference, Place place) {
        add(reference, List.of(property(VALUE, value, "", 0, place)), new Construction.Itself(), place);
    }

    /** A generic type with its arguments. */
    Kind generic(DeclaredType type, TypeReference declared, Place place) {
        if (type.getTypeArguments().isEmpty()) {
            return new Kind.Unsupported(Advice.raw(Advisor.shortName(type)));
        }
        if (type.getTypeArguments().stream().anyMatch(WildcardType.class::isInstance)) {
            // An object of it could not be made.
            return new Kind.Unsupported(Advice.open(Advisor.shortName(type)));
        }
        ParameterizedTypeName name = (ParameterizedTypeName) ValueReader.typeName(type);
        Optional<TypeReference> known = place.locals().known(name);
        if (known.isPresent()) {
            return new Kind.Struct(known.get());
        }
        if (place.locals().isEndless(name)) {
            return new Kind.Unsupported(Advice.endless(Advisor.shortName(declared.javaType())));
        }
        TypeReference reference = place.locals().take(name);
        place.locals().add(generics.read(type, reference, place));
        return new Kind.Struct(reference);
    }

    private static void add(
            TypeReference reference, List<Property> properties, Construction construction, Place place) {
        place.locals()
                .add(new StructModel(
                        reference, place.declaration(), false, properties, construction, List.of(), List.of()));
    }

    private static Property property(String name, ValueModel value, String access, int ordinal, Place place) {
        return new Property(name, name, value, access, ordinal, Numbering.NONE, false, "", place.element());
    }

    private static ValueModel struct(TypeReference reference) {
        return new ValueModel(new Kind.Struct(reference), Absence.NEVER, reference.javaType());
    }
}
