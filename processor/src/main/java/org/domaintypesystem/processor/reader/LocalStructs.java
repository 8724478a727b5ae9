package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeReference;

/** The structs that are declared inside the schema of one type, found while that is read. */
final class LocalStructs {
    private static final int MAX_DEPTH = 10;

    private final TypeReference root;
    private final Set<String> labels = new HashSet<>();
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
        String usual = label(type, name -> String.join("", name.simpleNames()));
        // Two classes of one name are told apart by their packages.
        TypeReference reference =
                root.nested(type, labels.add(usual) ? usual : label(type, LocalStructs::labelWithPackage));
        generics.put(type, reference);
        return reference;
    }

    /** Whether a type holds itself with ever longer type arguments, so that there would be no end of structs. */
    boolean isEndless(ParameterizedTypeName type) {
        return depth(type) > MAX_DEPTH;
    }

    private static int depth(TypeName type) {
        return type instanceof ParameterizedTypeName parameterized
                ? 1
                        + parameterized.typeArguments().stream()
                                .mapToInt(LocalStructs::depth)
                                .max()
                                .orElse(0)
                : 0;
    }

    /** A name for a type with its arguments: {@code RangeOfInteger}, {@code PairOfStringAndListOfOrder}. */
    private static String label(TypeName type, Function<ClassName, String> ofClass) {
        if (type instanceof ParameterizedTypeName parameterized) {
            return ofClass.apply(parameterized.rawType())
                    + "Of"
                    + parameterized.typeArguments().stream()
                            .map(argument -> label(argument, ofClass))
                            .collect(Collectors.joining("And"));
        }
        if (type instanceof ArrayTypeName array) {
            return "ArrayOf" + label(array.componentType(), ofClass);
        }
        if (type instanceof WildcardTypeName wildcard) {
            return label(wildcard.upperBounds().get(0), ofClass);
        }
        return type instanceof ClassName name ? ofClass.apply(name) : capitalized(type.toString());
    }

    private static String labelWithPackage(ClassName name) {
        return Stream.concat(Stream.of(name.packageName().split("\\.")), name.simpleNames().stream())
                .filter(part -> !part.isEmpty())
                .map(LocalStructs::capitalized)
                .collect(Collectors.joining());
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
