package org.domaintypesystem.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Finds the components whose types do not exist yet, in a type and in all annotated types that it refers to. */
final class Unresolved {

    List<Fault> in(TypeElement type) {
        List<Fault> faults = new ArrayList<>();
        collect(type, faults, new HashSet<>());
        return faults;
    }

    private void collect(TypeElement type, List<Fault> faults, Set<Element> visited) {
        if (visited.add(type)) {
            for (RecordComponentElement component : type.getRecordComponents()) {
                collect(component.asType(), component, faults, visited);
            }
        }
    }

    private void collect(TypeMirror type, Element component, List<Fault> faults, Set<Element> visited) {
        if (type.getKind() == TypeKind.ERROR) {
            faults.add(new Fault(component, Messages.unresolved(type.toString())));
        } else if (type instanceof ArrayType array) {
            collect(array.getComponentType(), component, faults, visited);
        } else if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(argument -> collect(argument, component, faults, visited));
            TypeElement element = (TypeElement) declared.asElement();
            if (ValueReader.isAnnotated(element)) {
                collect(element, faults, visited);
            }
        }
    }
}
