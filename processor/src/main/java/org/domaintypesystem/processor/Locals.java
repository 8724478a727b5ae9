package org.domaintypesystem.processor;

import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.processor.TypeModel.ComponentModel;

/**
 * The names in a method whose parameters are the components of a record: components keep theirs, and what the method
 * needs besides gives way.
 */
final class Locals {
    private final NameAllocator names = new NameAllocator();

    Locals(List<ComponentModel> components) {
        components.forEach(component -> names.newName(component.name(), component));
    }

    /** The name for a local of the method's own, the same at each call. */
    String of(String wanted) {
        try {
            return names.get(wanted);
        } catch (IllegalArgumentException unknown) {
            return names.newName(wanted, wanted);
        }
    }

    /** The parameters that write a record component by component. */
    static List<ParameterSpec> parameters(List<ComponentModel> components) {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (ComponentModel component : components) {
            parameters.add(ParameterSpec.builder(component.javaType(), component.name())
                    .build());
        }
        return parameters;
    }

    /** A parameter for one of the method's own locals. */
    ParameterSpec parameter(TypeName type, String wanted) {
        return ParameterSpec.builder(type, of(wanted)).build();
    }
}
