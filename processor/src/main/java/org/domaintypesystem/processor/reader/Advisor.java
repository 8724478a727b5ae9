package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.TypeName;
import java.util.Collection;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.domaintypesystem.processor.fault.Advice;

/** Says what to write in place of a type that cannot travel. */
final class Advisor {
    private final Elements elements;
    private final Types types;

    Advisor(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    String advice(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        String name = shortName(type);
        if (isA(type, Collection.class)) {
            return Advice.collection(name);
        }
        if (isA(type, Map.class)) {
            return Advice.map(name);
        }
        String qualified = element.getQualifiedName().toString();
        if (qualified.equals("java.lang.Object")) {
            return Advice.anything(name);
        }
        if (qualified.startsWith("java.")) {
            return element.getKind() == ElementKind.ENUM ? Advice.javaEnum(name) : Advice.javaType(name);
        }
        boolean isInterface = element.getKind() == ElementKind.INTERFACE;
        return isInterface && !element.getModifiers().contains(Modifier.SEALED)
                ? Advice.openInterface(name)
                : Advice.notAnnotated(name);
    }

    private boolean isA(TypeMirror type, Class<?> supertype) {
        TypeMirror erased = types.erasure(
                elements.getTypeElement(supertype.getCanonicalName()).asType());
        return types.isAssignable(types.erasure(type), erased);
    }

    /** A type without its packages, as a person would write it. */
    static String shortName(TypeMirror type) {
        return shortName(TypeName.get(type));
    }

    static String shortName(TypeName type) {
        return type.withoutAnnotations().toString().replaceAll("\\b([a-z_][A-Za-z0-9_]*\\.)+(?=[A-Z])", "");
    }
}
