package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;

/** Reads the type of a component as the kind of value that it holds. */
final class ValueReader {
    private static final Set<String> BOXED = Set.of(
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Character",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double");

    private final Elements elements;
    private final Types types;

    ValueReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    ValueModel component(TypeMirror type) {
        if (isBoxed(type)) {
            return new ValueModel.Unsupported(
                    Messages.boxed(name(type), types.unboxedType(type).toString()));
        }
        return value(type);
    }

    static boolean isAnnotated(TypeElement type) {
        return type.getAnnotation(DtsType.class) != null || type.getAnnotation(DtsValue.class) != null;
    }

    static TypeReference reference(TypeElement type) {
        ClassName name = ClassName.get(type);
        return new TypeReference(name, SchemaNames.of(name));
    }

    private ValueModel value(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return new ValueModel.Scalar(Primitive.of(type.getKind()));
        }
        return switch (type.getKind()) {
            case ARRAY -> array((ArrayType) type);
            case DECLARED -> declared((DeclaredType) type);
            default -> new ValueModel.Unsupported(Messages.wildcard(type.toString()));
        };
    }

    private static ValueModel array(ArrayType type) {
        TypeMirror element = type.getComponentType();
        if (element.getKind() == TypeKind.BYTE) {
            return new ValueModel.Data();
        }
        return element.getKind().isPrimitive()
                ? new ValueModel.Array(Primitive.of(element.getKind()))
                : new ValueModel.Unsupported(Messages.array(name(type), name(element)));
    }

    private ValueModel declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        if (isBoxed(type)) {
            return new ValueModel.Scalar(Primitive.of(types.unboxedType(type).getKind()));
        }
        if (is(element, String.class)) {
            return new ValueModel.Text();
        }
        if (is(element, Instant.class)) {
            return new ValueModel.Time();
        }
        if (is(element, List.class)) {
            return list(type);
        }
        if (isAnnotated(element) && element.getKind() == ElementKind.ENUM) {
            return new ValueModel.Constant(reference(element));
        }
        return isAnnotated(element)
                ? new ValueModel.Struct(reference(element))
                : new ValueModel.Unsupported(advice(type, element));
    }

    private ValueModel list(DeclaredType type) {
        if (type.getTypeArguments().isEmpty()) {
            return new ValueModel.Unsupported(Messages.rawList());
        }
        ValueModel element = value(type.getTypeArguments().get(0));
        return element instanceof ValueModel.Unsupported
                ? element
                : new ValueModel.Listing(element, TypeName.get(type));
    }

    private String advice(DeclaredType type, TypeElement element) {
        String name = name(type);
        if (isA(type, Collection.class)) {
            return Messages.collection(name);
        }
        if (isA(type, Map.class)) {
            return Messages.map(name);
        }
        String qualified = element.getQualifiedName().toString();
        if (qualified.startsWith("java.util.Optional")) {
            return Messages.optional(name);
        }
        if (qualified.startsWith("java.")) {
            return Messages.unsupported(name);
        }
        return element.getKind() == ElementKind.ENUM || element.getKind() == ElementKind.RECORD
                ? Messages.notAnnotated(name)
                : Messages.unsupportedClass(name);
    }

    private static boolean isBoxed(TypeMirror type) {
        return type instanceof DeclaredType declared
                && BOXED.contains(
                        ((TypeElement) declared.asElement()).getQualifiedName().toString());
    }

    private static boolean is(TypeElement element, Class<?> type) {
        return element.getQualifiedName().contentEquals(type.getCanonicalName());
    }

    private boolean isA(TypeMirror type, Class<?> supertype) {
        TypeMirror erased = types.erasure(
                elements.getTypeElement(supertype.getCanonicalName()).asType());
        return types.isAssignable(types.erasure(type), erased);
    }

    private static String name(TypeMirror type) {
        return TypeName.get(type).toString().replaceAll("\\b([a-z_][A-Za-z0-9_]*\\.)+(?=[A-Z])", "");
    }
}
