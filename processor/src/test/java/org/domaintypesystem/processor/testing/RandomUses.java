package org.domaintypesystem.processor.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Components of random types, with names that ask for trouble. */
final class RandomUses {
    static final List<String> NAMES = List.of(
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
            "index0",
            "list0",
            "key",
            "none",
            "some",
            "unset",
            "element",
            "builder",
            "word0",
            "tag",
            JavaType.UNSIGNED + "0",
            JavaType.UNSIGNED + "1",
            JavaType.UNSIGNED + "2",
            JavaType.UNSIGNED + "3");

    private static final List<String> PRIMITIVES =
            List.of("boolean", "byte", "short", "char", "int", "long", "float", "double");
    private static final List<String> BOXED =
            List.of("Boolean", "Byte", "Short", "Character", "Integer", "Long", "Float", "Double");
    private static final List<String> OPTIONAL_NUMBERS = List.of("OptionalInt", "OptionalLong", "OptionalDouble");
    private static final List<String> COLLECTIONS = List.of(
            "List",
            "List",
            "List",
            "Collection",
            "ArrayList",
            "LinkedList",
            "Set",
            "HashSet",
            "LinkedHashSet",
            "Queue",
            "Deque",
            "ArrayDeque");
    private static final List<String> SORTED_SETS = List.of("SortedSet", "NavigableSet", "TreeSet");
    private static final List<String> MAPS = List.of("Map", "Map", "Map", "HashMap", "LinkedHashMap");
    private static final List<String> SORTED_MAPS =
            List.of("SortedMap", "NavigableMap", "TreeMap", "ConcurrentMap", "ConcurrentHashMap");
    private static final List<String> COMPARABLE =
            List.of("String", "Integer", "Long", "Instant", "LocalDate", "UUID", "BigInteger", "Character", "Year");
    /** How many objects may be in each other that must be there. */
    private static final int MAX_LEVEL = 3;

    private final Random random;
    private final List<String> enums = new ArrayList<>();
    private final List<String> sealed = new ArrayList<>();
    /** Records and classes, by how many others are in them that must be there. */
    private final Map<String, Integer> levels = new HashMap<>();

    private final List<String> objects = new ArrayList<>();
    private final List<String> announced = new ArrayList<>();
    private int level;

    RandomUses(Random random) {
        this.random = random;
    }

    void addEnum(String name) {
        enums.add(name);
    }

    void addSealed(String name) {
        sealed.add(name);
    }

    /** A type that there will be. */
    void announce(String name) {
        announced.add(name);
    }

    /** A type whose components have been made, the last of all. */
    void addObject(String name) {
        levels.put(name, level);
        objects.add(name);
        level = 0;
    }

    String component(String name) {
        if (name.startsWith(JavaType.UNSIGNED)) {
            return unsigned() + " " + name;
        }
        String type = switch (random.nextInt(7)) {
            case 0, 1 -> pick(PRIMITIVES);
            case 2, 3 -> container(2, true);
            case 4 -> optional(1);
            default -> perhapsNullable(object(true));
        };
        return type + " " + name;
    }

    private String unsigned() {
        return pick(List.of(
                "@Unsigned byte",
                "@Unsigned short",
                "@Unsigned int",
                "@Unsigned long",
                "@Unsigned int[]",
                "@Unsigned byte[]",
                "@Unsigned OptionalLong",
                "@Unsigned Integer",
                "List<@Unsigned Long>",
                "Map<String, @Unsigned Short>"));
    }

    /** A type that is used in a container: it may be absent, or there may be none of it. */
    private String element(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> perhapsNullable(pick(BOXED));
            case 1, 2 -> perhapsNullable(object(false));
            case 3 -> optional(depth - 1);
            default -> container(depth - 1, true);
        };
    }

    private String container(int depth, boolean perhapsNullable) {
        String type = switch (random.nextInt(8)) {
            case 0 -> pick(SORTED_SETS) + "<" + pick(COMPARABLE) + ">";
            case 1 -> pick(SORTED_MAPS) + "<" + pick(COMPARABLE) + ", " + element(depth) + ">";
            case 2, 3 -> pick(MAPS) + "<" + key() + ", " + element(depth) + ">";
            case 4 -> arrayElement() + "[]";
            default -> pick(COLLECTIONS) + "<" + element(depth) + ">";
        };
        return perhapsNullable ? perhapsNullable(type) : type;
    }

    private String arrayElement() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(BOXED);
            case 1 -> "String[]";
            default -> perhapsNullableElement();
        };
    }

    private String perhapsNullableElement() {
        String type = pick(random.nextBoolean() ? announced : StandardTypes.names());
        return random.nextInt(4) == 0 ? "@Nullable " + type : type;
    }

    private String key() {
        return random.nextInt(4) == 0 ? pick(enums) : pick(random.nextInt(4) == 0 ? StandardTypes.names() : COMPARABLE);
    }

    private String optional(int depth) {
        return switch (random.nextInt(4)) {
            case 0 -> pick(OPTIONAL_NUMBERS);
            case 1 -> "Optional<" + pick(BOXED) + ">";
            case 2 -> "Optional<" + object(false) + ">";
            default -> depth > 0 ? "Optional<" + container(depth - 1, false) + ">" : "Optional<String>";
        };
    }

    /**
     * What is neither a primitive nor a container.
     *
     * @param mustBe whether there has to be one
     */
    private String object(boolean mustBe) {
        return switch (random.nextInt(10)) {
            case 0 -> "String";
            case 1 -> random.nextBoolean() ? "byte[]" : "ByteBuffer";
            case 2 -> pick(PRIMITIVES) + "[]";
            case 3 -> pick(enums);
            case 4 -> generic();
            case 5 -> sealed.isEmpty() ? pick(enums) : pick(sealed);
            case 6 -> mustBe ? lower() : pick(announced);
            default -> pick(StandardTypes.names());
        };
    }

    private String generic() {
        return switch (random.nextInt(4)) {
            case 0 -> "Range<" + pick(BOXED) + ">";
            case 1 -> "Pair<String, Optional<" + pick(enums) + ">>";
            case 2 -> "Pair<%s, Range<%s>>".formatted(pick(StandardTypes.names()), pick(COMPARABLE));
            default -> "Box<" + pick(List.of("String", "Long", "byte[]", pick(announced) + "[]", "Range<Byte>")) + ">";
        };
    }

    /** A record that does not hold too many others. */
    private String lower() {
        List<String> lower =
                objects.stream().filter(name -> levels.get(name) < MAX_LEVEL).toList();
        if (lower.isEmpty()) {
            return "String";
        }
        String name = pick(lower.subList(Math.max(0, lower.size() - 4), lower.size()));
        level = Math.max(level, levels.get(name) + 1);
        return name;
    }

    private String perhapsNullable(String type) {
        if (random.nextInt(4) > 0) {
            return type;
        }
        int bracket = type.indexOf('[');
        boolean isArray = type.endsWith("]");
        return isArray && bracket > 0
                ? type.substring(0, bracket) + " @Nullable " + type.substring(bracket)
                : "@Nullable " + type;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
