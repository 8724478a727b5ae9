package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeReference;

/** The structs that are declared inside the schema of one type, found while that is read. */
final class LocalStructs {
    private final TypeReference root;
    private final Map<TypeName, TypeReference> generics = new LinkedHashMap<>();
    private final List<StructModel> structs = new ArrayList<>();

    LocalStructs(TypeReference root) {
        this.root = root;
    }

    TypeReference root() {
        return root;
    }

    void add(StructModel struct) {
        structs.add(struct);
    }

    List<StructModel> all() {
        return List.copyOf(structs);
    }

    /** A generic type that has been met with these type arguments. */
    Optional<TypeReference> known(ParameterizedTypeName type) {
        return Optional.ofNullable(generics.get(type));
    }

    /** Takes a generic type with its arguments; the caller adds its struct. */
    TypeReference take(ParameterizedTypeName type) {
        TypeReference reference = root.nested(type, label(type));
        generics.put(type, reference);
        return reference;
    }

    /** A name for a type with its arguments: {@code RangeOfInteger}, {@code PairOfStringAndListOfOrder}. */
    private static String label(TypeName type) {
        if (type instanceof ParameterizedTypeName parameterized) {
            return label(parameterized.rawType())
                    + "Of"
                    + parameterized.typeArguments().stream()
                            .map(LocalStructs::label)
                            .collect(Collectors.joining("And"));
        }
        if (type instanceof ArrayTypeName array) {
            return "ArrayOf" + label(array.componentType());
        }
        if (type instanceof WildcardTypeName wildcard) {
            return label(wildcard.upperBounds().get(0));
        }
        if (type instanceof ClassName name) {
            return String.join("", name.simpleNames());
        }
        String primitive = type.withoutAnnotations().toString();
        return primitive.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + primitive.substring(1);
    }
}
