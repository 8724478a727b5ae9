package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import org.domaintypesystem.processor.model.Property;

/** The names in a method that has a local for each property of a type. */
final class Locals {
    private final NameAllocator names = new NameAllocator();
    private final List<Property> properties;

    /** Properties keep their names, and what the method needs besides gives way. */
    Locals(List<Property> properties) {
        this(List.of(), properties);
    }

    /**
     * What the method needs keeps its names, and properties give way.
     *
     * @param own names that are taken
     */
    Locals(List<String> own, List<Property> properties) {
        own.forEach(name -> names.newName(name, name));
        properties.forEach(property -> names.newName(property.name(), property));
        this.properties = properties;
    }

    String of(Property property) {
        return names.get(property);
    }

    /** The name for a local of the method's own, the same at each call. */
    String of(String wanted) {
        try {
            return names.get(wanted);
        } catch (IllegalArgumentException unknown) {
            return names.newName(wanted, wanted);
        }
    }

    /** A parameter for each property. */
    List<ParameterSpec> parameters() {
        return properties.stream()
                .map(property -> ParameterSpec.builder(property.value().javaType(), of(property))
                        .build())
                .toList();
    }

    /** A parameter for one of the method's own locals. */
    ParameterSpec parameter(TypeName type, String wanted) {
        return ParameterSpec.builder(type, of(wanted)).build();
    }
}
