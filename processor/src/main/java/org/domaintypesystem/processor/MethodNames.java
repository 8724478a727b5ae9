package org.domaintypesystem.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.domaintypesystem.processor.TypeModel.ComponentModel;

/**
 * What the methods of a codec for its components' lists of lists are called, behind {@code write} and {@code read}. They
 * are named after their component, and keep out of the way of each other and of the methods that every codec has.
 */
final class MethodNames {
    private static final List<String> OF_EVERY_CODEC = List.of("List", "Pointer", "Components", "Body");

    private final Map<ComponentModel, String> names = new HashMap<>();

    MethodNames(List<ComponentModel> components) {
        Set<String> taken = new HashSet<>(OF_EVERY_CODEC);
        for (ComponentModel component : components) {
            String name = component.name().substring(0, 1).toUpperCase(Locale.ROOT)
                    + component.name().substring(1);
            int depth = ViewAccessors.depth(component.value());
            while (levels(name, depth).anyMatch(taken::contains)) {
                name += "_";
            }
            levels(name, depth).forEach(taken::add);
            names.put(component, name);
        }
    }

    String of(ComponentModel component) {
        String name = names.get(component);
        if (name == null) {
            throw new IllegalArgumentException(component + " is of another type");
        }
        return name;
    }

    /** The name for the lists in the lists that a name stands for. */
    static String ofElements(String name) {
        return name + "Element";
    }

    private static Stream<String> levels(String name, int depth) {
        return Stream.iterate(name, MethodNames::ofElements).limit(depth);
    }
}
