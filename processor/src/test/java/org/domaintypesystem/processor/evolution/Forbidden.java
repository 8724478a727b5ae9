package org.domaintypesystem.processor.evolution;

import java.util.List;
import java.util.stream.Stream;

/**
 * A change that breaks others, and the source that follows the advice which is given for it.
 *
 * @param follows with {@code {0}}, {@code {1}}… for the annotations that the advice writes out, in their order; empty if
 *     nothing but taking the change back helps
 */
record Forbidden(String name, List<String> before, List<String> after, String rule, List<String> follows) {
    private static final String PART = "@DtsValue record Part(int size, String label) {}";

    static Stream<Forbidden> changes() {
        return Stream.of(numbers(), types(), nullness(), declarations(), alternatives())
                .flatMap(changes -> changes);
    }

    private static Stream<Forbidden> numbers() {
        return Stream.of(
                fields(
                                "inserted",
                                "String name, double volume",
                                "String name, float ph, double volume",
                                "member-inserted")
                        .follow(vat("@DtsField(0) String name, @DtsField(2) float ph, @DtsField(1) double volume")),
                fields(
                                "inserted, to be declared last",
                                "String name, double volume",
                                "float ph, String name, double volume",
                                "member-inserted")
                        .follow(vat("String name, double volume, float ph")),
                fields("two of one type swapped", "int low, int high", "int high, int low", "members-swapped")
                        .follow(vat("{1} int high, {0} int low")),
                fields("two swapped", "int low, String high", "String high, int low", "members-swapped")
                        .follow(vat("{1} String high, {0} int low")),
                fields("rotated", "int a, int b, int c", "int b, int c, int a", "number-changed")
                        .follow(vat("{1} int b, {2} int c, {0} int a")),
                fields("the last one deleted", "String name, float speed", "String name", "member-removed")
                        .follow("{0} " + vat("@DtsField(0) String name")),
                fields(
                                "one in the middle deleted",
                                "String name, float speed, int level",
                                "String name, int level",
                                "member-removed")
                        .follow("{0} " + vat("@DtsField(0) String name, @DtsField(2) int level")),
                fields("the first one deleted", "Integer speed, String name", "String name", "member-removed")
                        .follow("{0} " + vat("@DtsField(2) String name")),
                fields("a list deleted", "String name, List<List<String>> speed", "String name", "member-removed")
                        .follow("{0} " + vat("@DtsField(0) String name")),
                fields("a map deleted", "String name, Map<String, Integer> tags", "String name", "member-removed")
                        .follow("{0} " + vat("@DtsField(0) String name")),
                fields(
                                "a list of nullable ones deleted",
                                "String name, List<Optional<Part>> parts",
                                "String name",
                                "member-removed")
                        .follow("{0} " + vat("@DtsField(0) String name"), PART),
                fields("a struct deleted", "String name, Part part", "String name", "member-removed")
                        .follow("{0} " + vat("@DtsField(0) String name"), PART),
                fields("a list of structs deleted", "String name, List<Part> part", "String name", "member-removed")
                        .follow("{0} " + vat("@DtsField(0) String name"), PART),
                fields("a UUID deleted", "String name, UUID id", "String name", "member-removed")
                        .follow("{0} " + vat("@DtsField(0) String name")),
                fields(
                                "deleted with another one appended",
                                "String name, float speed",
                                "String name, int level",
                                "number-reused")
                        .follow("{0} " + vat("@DtsField(0) String name, @DtsField(2) int level")),
                fields(
                                "another number",
                                "@DtsField(0) int a, @DtsField(1) int b",
                                "@DtsField(0) int a, @DtsField(2) int b, @DtsField(1) int c",
                                "member-inserted")
                        .follow(vat("@DtsField(0) int a, @DtsField(1) int b, @DtsField(2) int c")));
    }

    private static Stream<Forbidden> types() {
        return Stream.of(
                retyped("float", "double"),
                retyped("int", "long"),
                retyped("String", "byte[]"),
                retyped("int", "@Unsigned int"),
                retyped("String", "Part"),
                retyped("List<String>", "List<Part>"),
                retyped("List<Integer>", "List<Long>"),
                retyped("List<Part>", "List<Optional<Part>>"),
                retyped("List<Integer>", "List<@Nullable Integer>"),
                retyped("Part", "List<Part>"),
                retyped("Map<String, Integer>", "List<String>"),
                retyped("UUID", "String"),
                retyped("Integer", "Long"));
    }

    private static Stream<Forbidden> nullness() {
        return Stream.of(
                fields("the only one becomes nullable", "int level", "Integer level", "nullness-changed")
                        .follow(vat("{0} Integer level")),
                fields("nullable", "int level, String name", "Integer level, String name", "nullness-changed")
                        .follow(vat("{0} Integer level, @DtsField(1) String name")),
                fields(
                                "not nullable any more",
                                "Integer level, String name",
                                "int level, String name",
                                "nullable-made-plain")
                        .follow("{0} " + vat("@DtsField(3) int level, @DtsField(2) String name")),
                new Forbidden(
                                "code marked as null-free",
                                List.of(vat("Integer level, String name")),
                                List.of("@NullMarked " + vat("Integer level, String name")),
                                "nullable-made-plain",
                                List.of())
                        .follow("@NullMarked " + vat("@Nullable Integer level, String name")));
    }

    private static Stream<Forbidden> declarations() {
        return Stream.of(
                new Forbidden(
                                "renamed",
                                List.of("@DtsType record Pump(int power) {}"),
                                List.of("@DtsType record Motor(int power) {}"),
                                "id-changed",
                                List.of())
                        .follow("@DtsType({names}) record Motor(int power) {}"),
                new Forbidden(
                                "moved",
                                List.of("@DtsType record Pump(Map<String, Integer> powers) {}"),
                                List.of("package plant; @DtsType record Motor(Map<String, Integer> powers) {}"),
                                "id-changed",
                                List.of())
                        .follow("package plant; @DtsType({names}) record Motor(Map<String, Integer> powers) {}"),
                new Forbidden(
                                "a pinned id removed",
                                List.of("@DtsType(id = 0xfa6bd73ef811d7bfL) record Pump(int power) {}"),
                                List.of("@DtsType record Pump(int power) {}"),
                                "id-changed",
                                List.of())
                        .follow("@DtsType({names}) record Pump(int power) {}"),
                new Forbidden(
                        "a record becomes sealed",
                        List.of("@DtsType record Vat(int size) {}"),
                        List.of("@DtsType sealed interface Vat { @DtsValue record Small() implements Vat {} }"),
                        "kind-changed",
                        List.of()),
                new Forbidden(
                        "a struct in a list",
                        List.of(vat("List<Part> parts"), PART),
                        List.of(vat("List<Part> parts"), "@DtsValue record Part(String label) {}"),
                        "member-removed",
                        List.of(vat("List<Part> parts"), "{0} @DtsValue record Part(@DtsField(1) String label) {}")),
                new Forbidden(
                        "a struct in a map",
                        List.of(vat("Map<String, Part> parts"), PART),
                        List.of(vat("Map<String, Part> parts"), "@DtsValue record Part(String label, int size) {}"),
                        "members-swapped",
                        List.of(
                                vat("Map<String, Part> parts"),
                                "@DtsValue record Part({1} String label, {0} int size) {}")));
    }

    private static Stream<Forbidden> alternatives() {
        String modes = "@DtsType record Vat(Mode mode) {}";
        String steps = "@DtsType record Vat(Step step) {}";
        String step = "@DtsValue sealed interface Step permits %s {}";
        String heat = "@DtsValue record Heat(int d) implements Step {}";
        String rest = "@DtsValue record Rest() implements Step {}";
        return Stream.of(
                new Forbidden(
                        "constant inserted",
                        List.of(modes, "@DtsValue enum Mode { A, B }"),
                        List.of(modes, "@DtsValue enum Mode { A, C, B }"),
                        "member-inserted",
                        List.of(modes, "@DtsValue enum Mode { @DtsField(0) A, @DtsField(2) C, @DtsField(1) B }")),
                new Forbidden(
                        "constant deleted",
                        List.of(modes, "@DtsValue enum Mode { A, B }"),
                        List.of(modes, "@DtsValue enum Mode { B }"),
                        "member-removed",
                        List.of(modes, "{0} @DtsValue enum Mode { @DtsField(1) B }")),
                new Forbidden(
                        "constants sorted",
                        List.of(modes, "@DtsValue enum Mode { C, A, B }"),
                        List.of(modes, "@DtsValue enum Mode { A, B, C }"),
                        "number-changed",
                        List.of(modes, "@DtsValue enum Mode { {1} A, {2} B, {0} C }")),
                new Forbidden(
                        "subtype inserted",
                        List.of(steps, step.formatted("Rest"), rest),
                        List.of(steps, step.formatted("Heat, Rest"), heat, rest),
                        "member-inserted",
                        List.of(steps, step.formatted("Heat, Rest"), "@DtsField(2) " + heat, "@DtsField(1) " + rest)),
                new Forbidden(
                        "subtype deleted",
                        List.of(steps, step.formatted("Heat, Rest"), heat, rest),
                        List.of(steps, step.formatted("Rest"), "@DtsValue record Heat(int d) {}", rest),
                        "member-removed",
                        List.of(
                                steps,
                                "{0} " + step.formatted("Rest"),
                                "@DtsValue record Heat(int d) {}",
                                "@DtsField(2) " + rest)),
                new Forbidden(
                        "subtypes swapped",
                        List.of(steps, step.formatted("Heat, Rest"), heat, rest),
                        List.of(steps, step.formatted("Rest, Heat"), heat, rest),
                        "members-swapped",
                        List.of(steps, step.formatted("Rest, Heat"), "{0} " + heat, "{1} " + rest)));
    }

    private static Forbidden retyped(String before, String after) {
        boolean wasUnion = before.equals("Integer");
        boolean isList = !before.equals("Part") && after.startsWith("List");
        return fields(
                        before + " becomes " + after,
                        before + " x, String name",
                        after + " x, String name",
                        isList ? "element-changed" : "type-changed")
                .follow(
                        "{0} "
                                + vat("@DtsField(" + (wasUnion ? 3 : 2) + ") " + after + " x, @DtsField("
                                        + (wasUnion ? 2 : 1) + ") String name"),
                        PART);
    }

    private static Forbidden fields(String name, String before, String after, String rule) {
        return new Forbidden(name, List.of(vat(before), PART), List.of(vat(after), PART), rule, List.of());
    }

    private Forbidden follow(String... declarations) {
        return new Forbidden(name, before, after, rule, List.of(declarations));
    }

    private static String vat(String components) {
        return "@DtsType record Vat(" + components + ") {}";
    }

    @Override
    public String toString() {
        return name;
    }
}
