package org.domaintypesystem.processor.evolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Random versions of a message {@code Vat} with a part and an enum in it. Every property has its numbers from the start, so
 * that all legal edits can be made.
 */
final class RandomVersions {
    private static final List<String> PLAIN =
            List.of("boolean", "byte", "short", "char", "int", "long", "float", "double");
    private static final Map<String, String> BOXED = Map.of(
            "boolean", "Boolean",
            "byte", "Byte",
            "short", "Short",
            "char", "Character",
            "int", "Integer",
            "long", "Long",
            "float", "Float",
            "double", "Double");
    private static final List<String> POINTERS = List.of(
            "String",
            "byte[]",
            "int[]",
            "double[]",
            "List<String>",
            "List<Integer>",
            "List<Boolean>",
            "List<Mode>",
            "List<List<String>>",
            "Part",
            "List<Part>",
            "List<List<Part>>");
    private static final Map<String, String> SCHEMA_TYPES = Map.ofEntries(
            Map.entry("boolean", "Bool"),
            Map.entry("byte", "Int8"),
            Map.entry("short", "Int16"),
            Map.entry("char", "UInt16"),
            Map.entry("int", "Int32"),
            Map.entry("long", "Int64"),
            Map.entry("float", "Float32"),
            Map.entry("double", "Float64"),
            Map.entry("Instant", "Int64"),
            Map.entry("Mode", "enum lab.Mode"),
            Map.entry("String", "Text"),
            Map.entry("byte[]", "Data"),
            Map.entry("int[]", "List(Int32)"),
            Map.entry("double[]", "List(Float64)"),
            Map.entry("List<String>", "List(Text)"),
            Map.entry("List<Integer>", "List(Int32)"),
            Map.entry("List<Boolean>", "List(Bool)"),
            Map.entry("List<Mode>", "List(enum lab.Mode)"),
            Map.entry("List<List<String>>", "List(List(Text))"),
            Map.entry("Part", "struct lab.Part"),
            Map.entry("List<Part>", "List(struct lab.Part)"),
            Map.entry("List<List<Part>>", "List(List(struct lab.Part))"));

    /**
     * A property, or what was one.
     *
     * @param absent number of the absence; -1 if it has none
     */
    record Property(int number, int absent, String type, String name, boolean isRetired) {
        boolean isData() {
            return PLAIN.contains(type) || type.equals("Mode") || type.equals("Instant");
        }

        String javaType() {
            return absent < 0 ? type : BOXED.containsKey(type) ? BOXED.get(type) : "@Nullable " + type;
        }
    }

    private final Random random;
    private int names;
    private final Map<String, List<Property>> structs = new TreeMap<>();
    private final List<String> constants = new ArrayList<>(List.of("ZERO", "OTHER"));

    RandomVersions(long seed) {
        random = new Random(seed);
        structs.put("Vat", new ArrayList<>());
        structs.put("Part", new ArrayList<>());
        for (List<Property> struct : structs.values()) {
            for (int i = random.nextInt(1, 8); i > 0; i--) {
                add(struct);
            }
        }
    }

    /** How to look at values of the version as it is now. */
    NumberedContent content() {
        Map<String, List<Property>> properties = new TreeMap<>();
        structs.forEach((name, struct) -> properties.put(name, List.copyOf(struct)));
        return new NumberedContent(properties, List.copyOf(constants));
    }

    /** Makes some legal edits. */
    void evolve() {
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            List<Property> struct = structs.get(random.nextInt(3) == 0 ? "Part" : "Vat");
            int at = random.nextInt(struct.size());
            Property old = struct.get(at);
            switch (random.nextInt(6)) {
                case 0, 1 -> add(struct);
                case 2 ->
                    struct.set(
                            at,
                            old.isRetired()
                                    ? old
                                    : new Property(old.number(), old.absent(), old.type(), name(), false));
                case 3 -> struct.set(at, new Property(old.number(), old.absent(), old.type(), old.name(), true));
                case 4 -> {
                    if (old.isData() && old.absent() < 0 && !old.isRetired()) {
                        struct.set(at, new Property(old.number(), next(struct), old.type(), old.name(), false));
                    }
                }
                default -> constants.add("CONSTANT_" + constants.size());
            }
            Collections.shuffle(struct, random);
        }
    }

    List<String> sources() {
        String mode = java.util.stream.IntStream.range(0, constants.size())
                .mapToObj(i -> "@DtsField(" + i + ") " + (i == 1 ? "@DtsUnknown " : "") + constants.get(i))
                .collect(Collectors.joining(", "));
        return List.of(
                source("@DtsType", "Vat"), source("@DtsValue", "Part"), "@DtsValue public enum Mode { " + mode + " }");
    }

    private String source(String annotation, String name) {
        StringBuilder text = new StringBuilder();
        for (Property property : structs.get(name)) {
            if (property.isRetired()) {
                text.append("@DtsRetired(ordinal = ")
                        .append(property.number())
                        .append(property.absent() < 0 ? "" : ", absent = " + property.absent())
                        .append(", name = \"" + property.name())
                        .append("\", type = \"" + SCHEMA_TYPES.get(property.type()) + "\")\n");
            }
        }
        return text + annotation + " public record " + name + "("
                + structs.get(name).stream()
                        .filter(property -> !property.isRetired())
                        .map(RandomVersions::component)
                        .collect(Collectors.joining(", "))
                + ") {}";
    }

    private static String component(Property property) {
        String numbers = property.absent() < 0
                ? Integer.toString(property.number())
                : property.absent() < property.number()
                        ? Integer.toString(property.absent())
                        : "value = " + property.number() + ", absent = " + property.absent();
        return "@DtsField(" + numbers + ") " + property.javaType() + " " + property.name();
    }

    private void add(List<Property> struct) {
        int number = next(struct);
        boolean inPart = struct == structs.get("Part");
        String type;
        do {
            type = switch (random.nextInt(4)) {
                case 0 -> PLAIN.get(random.nextInt(PLAIN.size()));
                case 1 -> random.nextBoolean() ? "Mode" : "Instant";
                default -> POINTERS.get(random.nextInt(POINTERS.size()));
            };
        } while (inPart && type.contains("Part"));
        boolean isUnion =
                (PLAIN.contains(type) || type.equals("Mode") || type.equals("Instant")) && random.nextBoolean();
        struct.add(
                isUnion
                        ? new Property(number + 1, number, type, name(), false)
                        : new Property(number, -1, type, name(), false));
    }

    private String name() {
        return "p" + names++;
    }

    private static int next(List<Property> struct) {
        return struct.stream()
                        .mapToInt(property -> Math.max(property.number(), property.absent()))
                        .max()
                        .orElse(-1)
                + 1;
    }
}
