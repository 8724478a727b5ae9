package org.domaintypesystem.processor.evolution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.domaintypesystem.processor.evolution.RandomVersions.Property;
import org.domaintypesystem.processor.testing.Content;

/**
 * What values of one version hold, by the numbers of their properties: all that two versions have in common.
 *
 * @param properties of the structs, by the name of the struct
 * @param constants of the enum, by their numbers
 */
record NumberedContent(Map<String, List<Property>> properties, List<String> constants) {
    private static final String NULL = Content.of(null);

    /** What a value of the first struct holds. */
    Object of(Object value) {
        return of(value, "Vat");
    }

    private Object of(Object value, String type) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(of(element, elementOf(type))));
            return elements;
        }
        if (!properties.containsKey(type)) {
            return value instanceof Enum<?> constant ? constant.name() : Content.of(value);
        }
        Map<Integer, Object> content = new TreeMap<>();
        for (Property property : live(type)) {
            content.put(property.number(), of(get(value, property.name()), property.type()));
        }
        return content;
    }

    /** What this version makes of the content that another one has sent. */
    Object read(Object sent, NumberedContent sender) {
        return read(sent, "Vat", sender);
    }

    private Object read(Object sent, String type, NumberedContent sender) {
        if (sent instanceof List<?> list) {
            return list.stream()
                    .map(element -> read(element, elementOf(type), sender))
                    .collect(Collectors.toList());
        }
        if (type.equals("Mode") && !sent.equals(NULL)) {
            return constants.contains(sent) ? sent : "OTHER";
        }
        if (!(sent instanceof Map<?, ?> struct)) {
            return sent;
        }
        Map<Integer, Object> content = new TreeMap<>();
        for (Property property : live(type)) {
            Object there = struct.get(property.number());
            boolean isRequired = property.isData() && property.absent() < 0;
            boolean isDefault = there == null || (there.equals(NULL) && isRequired);
            content.put(
                    property.number(),
                    isDefault ? isRequired ? zero(property.type()) : NULL : read(there, property.type(), sender));
        }
        return content;
    }

    private List<Property> live(String struct) {
        return properties.get(struct).stream()
                .filter(property -> !property.isRetired())
                .toList();
    }

    private static String elementOf(String type) {
        return type.startsWith("List<") ? type.substring("List<".length(), type.length() - 1) : type;
    }

    private static String zero(String type) {
        return switch (type) {
            case "boolean" -> Content.of(false);
            case "char" -> Content.of('\0');
            case "float" -> Content.of(0f);
            case "double" -> Content.of(0d);
            case "Instant" -> Content.of(Instant.EPOCH);
            case "Mode" -> "ZERO";
            default -> Content.of(0);
        };
    }

    private static Object get(Object record, String component) {
        try {
            var accessor = record.getClass().getDeclaredMethod(component);
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
