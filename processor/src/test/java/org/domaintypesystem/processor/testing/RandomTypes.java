package org.domaintypesystem.processor.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Sources of random records and enums: every supported type, in any mixture, with names that ask for trouble. */
public final class RandomTypes {
    private static final String PACKAGE = "random";
    private static final List<String> PRIMITIVES =
            List.of("boolean", "byte", "short", "char", "int", "long", "float", "double");
    private static final List<String> BOXED =
            List.of("Boolean", "Byte", "Short", "Character", "Integer", "Long", "Float", "Double");
    private static final List<String> NAMES = List.of(
            "out",
            "end",
            "struct",
            "in",
            "limit",
            "pointer",
            "value",
            "values",
            "type",
            "after",
            "list",
            "count",
            "i",
            "draft",
            "full",
            "buffer",
            "read",
            "write",
            "show",
            "wrap",
            "message",
            "union",
            "using",
            "import1",
            "size",
            "sizeSize",
            "hasSize",
            "void0",
            "text",
            "data",
            "bool",
            "field",
            "out_",
            "index0",
            "list0");

    private final Random random;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> enums = new ArrayList<>();
    private final List<String> records = new ArrayList<>();

    private RandomTypes(Random random) {
        this.random = random;
    }

    /** Makes some enums, and records each of which may contain earlier ones. */
    public static RandomTypes of(long seed, int enumCount, int recordCount) {
        RandomTypes types = new RandomTypes(new Random(seed));
        for (int i = 0; i < enumCount; i++) {
            types.addEnum("Enum" + i);
        }
        for (int i = 0; i < recordCount; i++) {
            types.addRecord("Record" + i);
        }
        return types;
    }

    /** By full class name. */
    public Map<String, String> sources() {
        return sources;
    }

    /** Full names of the records. */
    public List<String> records() {
        return records.stream().map(name -> PACKAGE + "." + name).toList();
    }

    private void addEnum(String name) {
        StringBuilder constants = new StringBuilder();
        for (int i = random.nextInt(1, 9); i >= 0; i--) {
            constants.append("CONSTANT_NO_").append(i).append(", ");
        }
        enums.add(name);
        add(name, "@DtsValue public enum " + name + " { " + constants + "}");
    }

    private void addRecord(String name) {
        List<String> names =
                new ArrayList<>(NAMES.stream().filter(n -> !n.contains("_")).toList());
        for (int i = 0; i < 30; i++) {
            names.add("component" + i);
        }
        Collections.shuffle(names, random);
        List<String> components = new ArrayList<>();
        for (int i = random.nextInt(random.nextBoolean() ? 6 : 30); i > 0; i--) {
            components.add(component() + " " + names.get(i));
        }
        String annotation = random.nextBoolean() ? "@DtsType" : "@DtsValue";
        add(name, annotation + " public record " + name + "(" + String.join(", ", components) + ") {}");
        records.add(name);
    }

    private String component() {
        return switch (random.nextInt(3)) {
            case 0 -> pick(PRIMITIVES);
            case 1 -> object();
            default -> "List<" + element(2) + ">";
        };
    }

    private String element(int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 3)) {
            case 0 -> pick(BOXED);
            case 1, 2 -> object();
            default -> "List<" + element(depth - 1) + ">";
        };
    }

    private String object() {
        return switch (random.nextInt(records.isEmpty() ? 5 : 6)) {
            case 0 -> "String";
            case 1 -> "byte[]";
            case 2 -> "Instant";
            case 3 -> pick(PRIMITIVES) + "[]";
            case 4 -> pick(enums);
            default -> pick(records.subList(Math.max(0, records.size() - 4), records.size()));
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private void add(String name, String declaration) {
        sources.put(PACKAGE + "." + name, """
                package %s;

                import java.time.Instant;
                import java.util.List;
                import org.domaintypesystem.annotation.DtsType;
                import org.domaintypesystem.annotation.DtsValue;

                %s
                """.formatted(PACKAGE, declaration));
    }
}
