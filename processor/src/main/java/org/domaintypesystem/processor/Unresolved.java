package org.domaintypesystem.processor;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Tells whether a type, or an annotated type that it refers to, has components whose types do not exist yet. */
final class Unresolved {

    boolean isIn(TypeElement type) {
        return isIn(type, new HashSet<>());
    }

    private static boolean isIn(TypeElement type, Set<TypeElement> visited) {
        return visited.add(type)
                && type.getRecordComponents().stream()
                        .map(RecordComponentElement::asType)
                        .anyMatch(component -> isIn(component, visited));
    }

    private static boolean isIn(TypeMirror type, Set<TypeElement> visited) {
        if (type.getKind() == TypeKind.ERROR) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return isIn(array.getComponentType(), visited);
        }
        if (type instanceof DeclaredType declared) {
            TypeElement element = (TypeElement) declared.asElement();
            return declared.getTypeArguments().stream().anyMatch(argument -> isIn(argument, visited))
                    || (ValueReader.isAnnotated(element) && isIn(element, visited));
        }
        return false;
    }
}
