package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.domaintypesystem.annotation.Unsigned;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.model.Absence;
import org.domaintypesystem.processor.model.Conversion;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.model.ValueModel;
import org.jspecify.annotations.Nullable;

/** Reads the type of a property as the kind of value that it holds. */
final class ValueReader {
    private static final Map<String, Primitive> BOXED = Map.of(
            "java.lang.Boolean", Primitive.BOOLEAN,
            "java.lang.Byte", Primitive.BYTE,
            "java.lang.Short", Primitive.SHORT,
            "java.lang.Character", Primitive.CHAR,
            "java.lang.Integer", Primitive.INT,
            "java.lang.Long", Primitive.LONG,
            "java.lang.Float", Primitive.FLOAT,
            "java.lang.Double", Primitive.DOUBLE);
    private static final Map<String, Primitive> OPTIONAL_NUMBERS = Map.of(
            "java.util.OptionalInt", Primitive.INT,
            "java.util.OptionalLong", Primitive.LONG,
            "java.util.OptionalDouble", Primitive.DOUBLE);

    private final AdapterReader adapters;
    private final TypeReferences references;
    private final Advisor advisor;
    private final ValueStructs structs;
    private final Set<Conversion.Adapter> adaptersInUse = new HashSet<>();

    ValueReader(AdapterReader adapters, TypeReferences references, Advisor advisor, ValueStructs.Generics generics) {
        this.adapters = adapters;
        this.references = references;
        this.advisor = advisor;
        this.structs = new ValueStructs(this, generics);
    }

    /** Reads the value of a property. */
    ValueModel property(TypeMirror type, Place place) {
        return value(type, place, Use.PROPERTY);
    }

    /** Reads the element of a list. One that may be absent, and whose list has no way to say so, is wrapped in a struct. */
    private ValueModel element(TypeMirror type, Place place) {
        ValueModel value = value(type, place, Use.ELEMENT);
        boolean isInline = value.isData() || value.kind().wire() instanceof Kind.Struct;
        return isInline && value.absence() != Absence.NEVER ? structs.wrapped(value, place) : value;
    }

    /** Reads the key or the value of a map's entry. */
    ValueModel inEntry(TypeMirror type, Place place) {
        return value(type, place, Use.ENTRY);
    }

    private ValueModel value(TypeMirror type, Place place, Use use) {
        if (type.getKind() == TypeKind.DECLARED) {
            DeclaredType declared = (DeclaredType) type;
            String name = name(declared);
            Primitive number = OPTIONAL_NUMBERS.get(name);
            if (number != null) {
                return new ValueModel(
                        new Kind.Scalar(number, isUnsigned(type, place, use)),
                        Absence.OPTIONAL_NUMBER,
                        TypeName.get(type));
            }
            if (name.equals("java.util.Optional")
                    && !declared.getTypeArguments().isEmpty()) {
                return optional(declared, place, use);
            }
        }
        Kind kind = kind(type, place, use);
        return new ValueModel(kind, absence(type, kind, place, use), typeName(type));
    }

    private ValueModel optional(DeclaredType type, Place place, Use use) {
        TypeMirror content = type.getTypeArguments().get(0);
        if (content.getKind() == TypeKind.DECLARED
                && name((DeclaredType) content).startsWith("java.util.Optional")) {
            return unsupported(Advice.optionalOfOptional(Advisor.shortName(type)), type);
        }
        return new ValueModel(kind(content, place, use), Absence.OPTIONAL, typeName(type));
    }

    private static Absence absence(TypeMirror type, Kind kind, Place place, Use use) {
        if (type.getKind().isPrimitive()) {
            return Absence.NEVER;
        }
        Nullness nullness = Nullness.of(type, place.element());
        if (nullness == Nullness.UNSPECIFIED && use == Use.PROPERTY) {
            nullness = place.elements().stream().anyMatch(element -> Annotations.hasNamed(element, "Nullable"))
                    ? Nullness.NULLABLE
                    : Nullness.UNSPECIFIED;
        }
        return switch (nullness) {
            case NULLABLE -> Absence.NULL;
            case NON_NULL -> Absence.NEVER;
            case UNSPECIFIED -> use.mayBeNull(kind) ? Absence.NULL : Absence.NEVER;
        };
    }

    private Kind kind(TypeMirror type, Place place, Use use) {
        Optional<AdapterReader.Adapter> adapter = adapters.find(type, place.elements());
        if (adapter.isPresent()) {
            return adapted(adapter.get(), place, use);
        }
        if (type.getKind().isPrimitive()) {
            return new Kind.Scalar(Primitive.of(type.getKind()), isUnsigned(type, place, use));
        }
        return switch (type.getKind()) {
            case ARRAY -> array((ArrayType) type, place, use);
            case DECLARED -> declared((DeclaredType) type, place, use);
            case WILDCARD -> {
                TypeMirror bound = ((WildcardType) type).getExtendsBound();
                yield bound == null ? new Kind.Unsupported(Advice.open(type.toString())) : kind(bound, place, use);
            }
            default -> new Kind.Unsupported(Advice.open(type.toString()));
        };
    }

    private Kind adapted(AdapterReader.Adapter adapter, Place place, Use use) {
        Conversion.Adapter conversion = adapter.conversion();
        String name = conversion.adapter().simpleName();
        if (!adaptersInUse.add(conversion)) {
            return new Kind.Unsupported(Advice.adapterLoop(name));
        }
        ValueModel carrier = value(adapter.wireType(), place, use);
        adaptersInUse.remove(conversion);
        if (carrier.kind() instanceof Kind.Unsupported unsupported) {
            return new Kind.Unsupported(Advice.adapterTarget(name, unsupported.advice()));
        }
        return carrier.absence() == Absence.OPTIONAL || carrier.absence() == Absence.OPTIONAL_NUMBER
                ? new Kind.Unsupported(Advice.adapterToOptional(name))
                : new Kind.Converted(conversion, carrier.present(carrier.javaType()));
    }

    private Kind array(ArrayType type, Place place, Use use) {
        TypeMirror element = type.getComponentType();
        if (element.getKind() == TypeKind.BYTE && !isUnsigned(element, place, use)) {
            return new Kind.Data(false);
        }
        if (element.getKind().isPrimitive()) {
            return new Kind.Array(Primitive.of(element.getKind()), isUnsigned(element, place, use));
        }
        if (element instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty()) {
            return new Kind.Unsupported(Advice.genericArray(Advisor.shortName(type), Advisor.shortName(element)));
        }
        return listing(element, place, new Conversion.ToArray(typeName(element)));
    }

    private Kind declared(DeclaredType type, Place place, Use use) {
        TypeElement element = (TypeElement) type.asElement();
        String name = name(type);
        Primitive boxed = BOXED.get(name);
        if (boxed != null) {
            return new Kind.Scalar(boxed, isUnsigned(type, place, use));
        }
        Optional<BuiltInTypes.Carried> carried = BuiltInTypes.carried(name);
        if (carried.isPresent()) {
            return new Kind.Converted(
                    carried.get().conversion(),
                    new ValueModel(
                            carried.get().carrier(),
                            Absence.NEVER,
                            carried.get().carrierType()));
        }
        return switch (name) {
            case "java.lang.String" -> new Kind.Text();
            case "java.nio.ByteBuffer" -> new Kind.Data(true);
            case "java.util.List" -> collection(type, place, null);
            default -> declaredElsewhere(type, element, place);
        };
    }

    private Kind declaredElsewhere(DeclaredType type, TypeElement element, Place place) {
        String name = name(type);
        Optional<TypeReference> standard = BuiltInTypes.struct(name);
        if (standard.isPresent()) {
            return new Kind.Struct(standard.get());
        }
        Optional<Conversion> collection = BuiltInTypes.collection(name);
        if (collection.isPresent()) {
            return collection(type, place, collection.get());
        }
        Optional<Conversion> map = BuiltInTypes.map(name);
        if (map.isPresent()) {
            return map(type, place, map.get());
        }
        Optional<TypeReference> reference = references.of(element, place.home());
        if (reference.isEmpty()) {
            return new Kind.Unsupported(advisor.advice(type));
        }
        if (element.getKind() == ElementKind.ENUM) {
            return new Kind.Constant(reference.get());
        }
        return element.getTypeParameters().isEmpty()
                ? new Kind.Struct(reference.get())
                : structs.generic(type, reference.get(), place);
    }

    private Kind collection(DeclaredType type, Place place, @Nullable Conversion conversion) {
        return type.getTypeArguments().isEmpty()
                ? new Kind.Unsupported(Advice.raw(Advisor.shortName(type)))
                : listing(type.getTypeArguments().get(0), place, conversion);
    }

    private Kind listing(TypeMirror element, Place place, @Nullable Conversion conversion) {
        ValueModel value = element(element, place);
        if (value.kind() instanceof Kind.Unsupported) {
            return value.kind();
        }
        Kind.Listing list = new Kind.Listing(value);
        return conversion == null ? list : new Kind.Converted(conversion, listOf(list));
    }

    private Kind map(DeclaredType type, Place place, Conversion conversion) {
        if (type.getTypeArguments().size() != 2) {
            return new Kind.Unsupported(Advice.raw(Advisor.shortName(type)));
        }
        ValueModel entry = structs.entry(
                type.getTypeArguments().get(0), type.getTypeArguments().get(1), place);
        return entry.kind() instanceof Kind.Unsupported
                ? entry.kind()
                : new Kind.Converted(conversion, listOf(new Kind.Listing(entry)));
    }

    private static ValueModel listOf(Kind.Listing list) {
        return new ValueModel(
                list,
                Absence.NEVER,
                ParameterizedTypeName.get(
                        ClassName.get(List.class), list.element().javaType().box()));
    }

    private static boolean isUnsigned(TypeMirror type, Place place, Use use) {
        return Annotations.has(type, Unsigned.class)
                || (use == Use.PROPERTY
                        && place.elements().stream().anyMatch(element -> Annotations.has(element, Unsigned.class)));
    }

    static TypeName typeName(TypeMirror type) {
        if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            return typeName(wildcard.getExtendsBound());
        }
        return TypeName.get(type).withoutAnnotations();
    }

    private static String name(DeclaredType type) {
        return ((TypeElement) type.asElement()).getQualifiedName().toString();
    }

    private static ValueModel unsupported(String advice, TypeMirror type) {
        return new ValueModel(new Kind.Unsupported(advice), Absence.NEVER, typeName(type));
    }

    /** How a value is used, which decides what may be null where nothing else says so. */
    private enum Use {
        PROPERTY,
        ELEMENT,
        ENTRY;

        boolean mayBeNull(Kind kind) {
            Kind wire = kind.wire();
            boolean isNumber = kind instanceof Kind.Scalar;
            boolean isData = wire instanceof Kind.Scalar || wire instanceof Kind.Constant;
            return switch (this) {
                case PROPERTY -> isNumber || !isData;
                case ELEMENT -> !isData && !(wire instanceof Kind.Struct);
                case ENTRY -> !isData;
            };
        }
    }
}
