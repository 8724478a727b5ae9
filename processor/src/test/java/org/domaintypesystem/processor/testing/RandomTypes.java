package org.domaintypesystem.processor.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sources of random types: enums, sealed types, generic records, records and classes, which hold every supported type in
 * any mixture, themselves included. Half of them are in a null-marked package.
 */
public final class RandomTypes {
    public static final String PACKAGE = "random";
    private static final String MARKED = PACKAGE + ".marked";

    private final Random random;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final RandomUses uses;
    private final List<String> messages = new ArrayList<>();

    private RandomTypes(Random random) {
        this.random = random;
        this.uses = new RandomUses(random);
    }

    /** Makes some enums, and records each of which may contain earlier ones, and any others where they may be absent. */
    public static RandomTypes of(long seed, int enumCount, int recordCount) {
        RandomTypes types = new RandomTypes(new Random(seed));
        types.sources.put(MARKED + ".package-info", "@org.jspecify.annotations.NullMarked package " + MARKED + ";");
        for (int i = 0; i < enumCount; i++) {
            types.addEnum("Enum" + i);
        }
        types.add("Range", "@DtsValue public record Range<T>(T low, T high) {}", false);
        types.add("Pair", "@DtsValue public record Pair<A, B>(A first, List<B> second) {}", false);
        types.add("Box", "@DtsValue public record Box<T>(T content, List<Box<T>> more) {}", true);
        IntStream.range(0, recordCount).forEach(i -> types.uses.announce("Record" + i));
        for (int i = 0; i < 2; i++) {
            types.addSealedInterface("Sealed" + i, i % 2 == 1);
            types.addSealedClass("Base" + i, i % 2 == 1);
        }
        for (int i = 0; i < recordCount; i++) {
            types.addObject("Record" + i, types.random.nextBoolean());
        }
        return types;
    }

    /** By full class name. */
    public Map<String, String> sources() {
        return sources;
    }

    /** Full names of the types that values are made of: records, classes and sealed types. */
    public List<String> records() {
        return messages;
    }

    private void addEnum(String name) {
        uses.addEnum(name);
        add(name, "@DtsValue public enum " + name + " { " + constants() + "}", random.nextBoolean());
    }

    private String constants() {
        StringBuilder constants = new StringBuilder();
        for (int i = random.nextInt(1, 9); i >= 0; i--) {
            constants.append("CONSTANT_NO_").append(i).append(", ");
        }
        return constants.toString();
    }

    private void addObject(String name, boolean isMarked) {
        int count = random.nextInt(random.nextBoolean() ? 6 : 30);
        String annotation = random.nextBoolean() ? "@DtsType" : "@DtsValue";
        String declaration = random.nextInt(4) == 0
                ? "public final class " + name + " " + body(name, count)
                : "public record " + name + "(" + String.join(", ", components(count)) + ") {}";
        add(name, annotation + " " + declaration, isMarked);
        uses.addObject(name);
        messages.add((isMarked ? MARKED : PACKAGE) + "." + name);
    }

    /** A component or parameter, as it is declared. */
    private List<String> components(int count) {
        List<String> names = new ArrayList<>(RandomUses.NAMES);
        IntStream.range(0, 30).forEach(i -> names.add("component" + i));
        Collections.shuffle(names, random);
        return names.stream().limit(count).map(uses::component).toList();
    }

    /** The body of a class that keeps what its constructor takes, read by getters. */
    private String body(String name, int count) {
        StringBuilder fields = new StringBuilder();
        StringBuilder assignments = new StringBuilder();
        StringBuilder getters = new StringBuilder();
        List<String> parameters = components(count);
        for (String parameter : parameters) {
            String field = parameter.substring(parameter.lastIndexOf(' ') + 1);
            String type = parameter.substring(0, parameter.lastIndexOf(' ')).replaceFirst("^@Unsigned ", "");
            fields.append("private final ").append(parameter).append(";\n");
            assignments.append("this.%1$s = %1$s;%n".formatted(field));
            getters.append("public %s get%s%s() { return %s; }%n"
                    .formatted(
                            type, field.substring(0, 1).toUpperCase(java.util.Locale.ROOT), field.substring(1), field));
        }
        List<String> plain = parameters.stream()
                .map(parameter -> parameter.replaceFirst("^@Unsigned ", ""))
                .toList();
        return "{%n%spublic %s(%s) {%n%s}%n%s}".formatted(fields, name, String.join(", ", plain), assignments, getters);
    }

    private void addSealedInterface(String name, boolean isMarked) {
        String other = name + "Other";
        add(
                name,
                """
                @DtsValue
                public sealed interface %1$s permits %1$s.Small, %2$s, %1$s.Kind, %1$s.Nothing, %1$s.Inner, %1$s.Plain {
                    @DtsValue record Small(%3$s) implements %1$s {}
                    @DtsValue enum Kind implements %1$s { %4$s; }
                    @DtsValue record Nothing() implements %1$s {}
                    @DtsValue sealed interface Inner extends %1$s {}
                    @DtsValue record Left(List<%1$s> parts) implements Inner {}
                    @DtsValue record Right(@Nullable Inner part, int number) implements Inner {}
                    @DtsValue final class Plain implements %1$s %5$s
                }
                """.formatted(name, other, String.join(", ", components(3)), constants(), body("Plain", 4)),
                isMarked);
        add(
                other,
                "@DtsValue public record %s(%s) implements %s {}"
                        .formatted(other, String.join(", ", components(5)), name),
                isMarked);
        uses.addSealed(name);
        messages.add((isMarked ? MARKED : PACKAGE) + "." + name);
    }

    private void addSealedClass(String name, boolean isMarked) {
        add(name, """
                @DtsValue
                public abstract sealed class %1$s {
                    @DtsField(1) public final int shared;

                    %1$s(int shared) {
                        this.shared = shared;
                    }

                    @DtsValue
                    public static final class One extends %1$s {
                        @DtsField(0) public final String own;

                        public One(int shared, String own) {
                            super(shared);
                            this.own = own;
                        }
                    }

                    @DtsValue
                    public static final class Two extends %1$s {
                        @DtsField(0) public final @Nullable %1$s other;

                        public Two(int shared, @Nullable %1$s other) {
                            super(shared);
                            this.other = other;
                        }
                    }
                }
                """.formatted(name), isMarked);
        uses.addSealed(name);
        messages.add((isMarked ? MARKED : PACKAGE) + "." + name);
    }

    private void add(String name, String declaration, boolean isMarked) {
        String home = isMarked ? MARKED : PACKAGE;
        StringBuilder imports = new StringBuilder();
        Stream.concat(
                        StandardTypes.imports().stream(),
                        Stream.of(
                                "java.nio.ByteBuffer",
                                "java.util.*",
                                "java.util.concurrent.*",
                                "org.domaintypesystem.annotation.*",
                                "org.jspecify.annotations.Nullable",
                                isMarked ? PACKAGE + ".*" : MARKED + ".*"))
                .forEach(type -> imports.append("import ").append(type).append(";\n"));
        sources.put(
                home + "." + name,
                "package %s;%n%n%s%n@SuppressWarnings(\"dts:comparator\")%n%s".formatted(home, imports, declaration));
    }
}
