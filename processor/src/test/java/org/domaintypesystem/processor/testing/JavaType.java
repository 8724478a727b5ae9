package org.domaintypesystem.processor.testing;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A type as it is used somewhere, and what follows from that for its values.
 *
 * @param arguments type arguments; of an array, the type of its elements
 * @param isNullable whether it is said to be
 * @param isMarked whether it stands in code where everything else may not be null
 * @param isUnsigned whether integers in it are
 */
public record JavaType(
        Class<?> raw, List<JavaType> arguments, boolean isNullable, boolean isMarked, boolean isUnsigned) {
    /** What {@link RandomTypes} calls components whose integers are unsigned: the annotation cannot be seen at run time. */
    static final String UNSIGNED = "unsigned";

    private static final Set<Class<?>> BOXED = Set.of(
            Boolean.class,
            Byte.class,
            Short.class,
            Character.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class);
    private static final Set<Class<?>> OPTIONALS =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    /** How a value is used, which decides what may be null where nothing else says so. */
    public enum Use {
        PROPERTY,
        ELEMENT,
        ENTRY
    }

    /** A class that is used as it is declared. */
    public static JavaType of(Class<?> type) {
        return new JavaType(type, List.of(), false, isMarked(type), false);
    }

    static JavaType of(
            AnnotatedType type, Map<TypeVariable<?>, JavaType> variables, boolean isMarked, boolean isUnsigned) {
        boolean isNullable = type.isAnnotationPresent(Nullable.class);
        if (type instanceof AnnotatedArrayType array) {
            JavaType component = of(array.getAnnotatedGenericComponentType(), variables, isMarked, isUnsigned);
            return new JavaType(component.raw.arrayType(), List.of(component), isNullable, isMarked, isUnsigned);
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            List<JavaType> arguments = Stream.of(parameterized.getAnnotatedActualTypeArguments())
                    .map(argument -> of(argument, variables, isMarked, isUnsigned))
                    .toList();
            Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
            return new JavaType(raw, arguments, isNullable, isMarked, isUnsigned);
        }
        if (type instanceof AnnotatedTypeVariable) {
            JavaType argument = variables.get((TypeVariable<?>) type.getType()).in(isMarked);
            return isNullable ? new JavaType(argument.raw, argument.arguments, true, isMarked, isUnsigned) : argument;
        }
        return new JavaType((Class<?>) type.getType(), List.of(), isNullable, isMarked, isUnsigned);
    }

    /** The same type as an argument of one whose code is null-marked, or not. */
    private JavaType in(boolean marked) {
        return new JavaType(
                raw, arguments.stream().map(argument -> argument.in(marked)).toList(), isNullable, marked, isUnsigned);
    }

    /** The values of the type's own variables. */
    Map<TypeVariable<?>, JavaType> variables() {
        Map<TypeVariable<?>, JavaType> variables = new HashMap<>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            variables.put(raw.getTypeParameters()[i], arguments.get(i));
        }
        return variables;
    }

    static boolean isMarked(Class<?> type) {
        return Stream.<AnnotatedElement>iterate(type, at -> at != null, at -> ((Class<?>) at).getEnclosingClass())
                        .anyMatch(at -> at.isAnnotationPresent(NullMarked.class))
                || type.getPackage().isAnnotationPresent(NullMarked.class);
    }

    boolean canBeNull(Use use) {
        if (raw.isPrimitive() || isOptional()) {
            return false;
        }
        if (isNullable || isMarked) {
            return isNullable;
        }
        return switch (use) {
            case PROPERTY -> isBoxed() || !isData();
            case ELEMENT -> !isData() && !isStruct();
            case ENTRY -> !isData();
        };
    }

    public boolean isOptional() {
        return OPTIONALS.contains(raw);
    }

    boolean isBoxed() {
        return BOXED.contains(raw);
    }

    /** Whether its values lie in the data section of a struct. */
    boolean isData() {
        return raw.isPrimitive()
                || isBoxed()
                || isEnum()
                || StandardTypes.find(raw)
                        .filter(standard -> standard.form() == StandardTypes.Form.NUMBER)
                        .isPresent()
                || raw == OptionalInt.class
                || raw == OptionalLong.class
                || raw == OptionalDouble.class;
    }

    /** An enum with a codec of its own. */
    boolean isEnum() {
        return raw.isEnum() && StandardTypes.find(raw).isEmpty();
    }

    boolean isStruct() {
        return isSealed()
                || isObject()
                || StandardTypes.find(raw)
                        .filter(standard -> standard.form() == StandardTypes.Form.STRUCT)
                        .isPresent();
    }

    /** Whether a list has a struct around each element of this type, for those that are absent. */
    public boolean isWrappedInLists() {
        JavaType content = isOptional() && raw == Optional.class ? arguments.get(0) : this;
        return (isOptional() || isNullable) && (content.isData() || content.isStruct());
    }

    /** Whether it takes a union as the field of a struct. */
    boolean isUnion(Use use) {
        JavaType content = raw == Optional.class ? arguments.get(0) : this;
        return content.isData() && (isOptional() || canBeNull(use));
    }

    public boolean isSealed() {
        return raw.isSealed() && !raw.isEnum() && !isOfJava();
    }

    /** A record or a class with a codec of its own. */
    public boolean isObject() {
        return !isSealed() && !raw.isEnum() && !raw.isArray() && !raw.isPrimitive() && !isOfJava();
    }

    private boolean isOfJava() {
        return raw.getModule().isNamed();
    }

    public boolean isList() {
        return Collection.class.isAssignableFrom(raw) || raw.isArray() && raw != byte[].class || isUnsignedBytes();
    }

    /** Unsigned bytes are a list of numbers, other bytes are data. */
    private boolean isUnsignedBytes() {
        return raw == byte[].class && isUnsigned;
    }

    public boolean isMap() {
        return Map.class.isAssignableFrom(raw);
    }

    /** The type of what a list, an array, or an optional holds. */
    public JavaType element() {
        return arguments.get(0);
    }

    /** The permitted subtype that a value belongs to. */
    JavaType subtypeOf(Object value) {
        return Arrays.stream(raw.getPermittedSubclasses())
                .filter(permitted -> permitted.isInstance(value))
                .map(JavaType::of)
                .findFirst()
                .orElseThrow();
    }

    public List<Property> properties() {
        return Property.of(this);
    }

    /** The properties of a class as such: where it is generic, the types of some are not known. */
    static List<Property> propertiesOf(Class<?> type) {
        JavaType anything = of(Object.class);
        List<JavaType> arguments =
                Stream.of(type.getTypeParameters()).map(parameter -> anything).toList();
        return new JavaType(type, arguments, false, isMarked(type), false).properties();
    }
}
