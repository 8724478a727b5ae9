package org.domaintypesystem.processor.evolution;

import java.util.stream.Stream;

/** A field that was not there, of every kind: what an older message gives for it. */
final class NewFields {
    private static final String PART = "@DtsValue record Part(int size, String label) {}";
    private static final String MODE = "@DtsValue enum Mode { HEATING, RESTING }";
    private static final String STEP = """
            @DtsValue sealed interface Step {
                @DtsValue record Heat(int degrees) implements Step {}
                @DtsValue record Rest() implements Step {}
            }""";
    private static final String RANGE = "@DtsValue record Range<T>(T from, T to) {}";

    private NewFields() {}

    static Stream<Change> changes() {
        return Stream.of(numbers(), thatMayBeAbsent(), pointers(), javaTypes(), inNullMarkedCode(), inOtherTypes())
                .flatMap(changes -> changes);
    }

    private static Stream<Change> numbers() {
        return Stream.of(
                added("boolean", "true", "false"),
                added("byte", "(byte) -7", "(byte) 0"),
                added("short", "(short) -7", "(short) 0"),
                added("char", "'x'", "'\\0'"),
                added("int", "-7", "0"),
                added("@Unsigned int", "-7", "0"),
                added("long", "-7L", "0L"),
                added("float", "1.5f", "0f"),
                added("double", "1.5", "0d"),
                added("Mode", "Mode.RESTING", "Mode.HEATING"));
    }

    private static Stream<Change> thatMayBeAbsent() {
        return Stream.of(
                added("Boolean", "false", "null"),
                added("Byte", "(byte) 7", "null"),
                added("Short", "(short) 7", "null"),
                added("Character", "'x'", "null"),
                added("Integer", "7", "null"),
                added("@Unsigned Integer", "-7", "null"),
                added("Long", "7L", "null"),
                added("Float", "1.5f", "null"),
                added("Double", "1.5", "null"),
                added("Double", "null", "null"),
                added("Optional<Integer>", "Optional.of(7)", "Optional.empty()"),
                added("OptionalInt", "OptionalInt.of(7)", "OptionalInt.empty()"),
                added("OptionalLong", "OptionalLong.of(7)", "OptionalLong.empty()"),
                added("OptionalDouble", "OptionalDouble.of(1.5)", "OptionalDouble.empty()"),
                added("@Nullable Mode", "Mode.RESTING", "null"),
                added("Optional<Mode>", "Optional.of(Mode.RESTING)", "Optional.empty()"),
                added("@Nullable Instant", "Instant.ofEpochSecond(7)", "null"),
                added("Optional<Duration>", "Optional.of(Duration.ofSeconds(7))", "Optional.empty()"));
    }

    private static Stream<Change> pointers() {
        return Stream.of(
                added("String", "\"x\"", "null"),
                added("Optional<String>", "Optional.of(\"x\")", "Optional.empty()"),
                added("byte[]", "new byte[] {1, 2}", "null"),
                added("int[]", "new int[] {1, 2}", "null"),
                added("String[]", "new String[] {\"x\", null}", "null"),
                added("List<String>", "List.of(\"x\")", "null"),
                added("List<Integer>", "List.of(7)", "null"),
                added("List<@Nullable Integer>", "Arrays.asList(7, null)", "null"),
                added("List<List<Part>>", "List.of(List.of(new Part(1, \"x\")))", "null"),
                added("Set<String>", "Set.of(\"x\")", "null"),
                added("Map<String, Integer>", "Map.of(\"x\", 7)", "null"),
                added("Map<Mode, Part>", "Map.of(Mode.RESTING, new Part(1, \"x\"))", "null"),
                added("Part", "new Part(1, \"x\")", "null"),
                added("Optional<Part>", "Optional.of(new Part(1, \"x\"))", "Optional.empty()"),
                added("List<Part>", "List.of(new Part(1, \"x\"))", "null"),
                added("List<Optional<Part>>", "List.of(Optional.of(new Part(1, \"x\")), Optional.empty())", "null"),
                added("Step", "new Step.Heat(7)", "null"),
                added("List<Step>", "List.of(new Step.Heat(7), new Step.Rest())", "null"),
                added("Range<Integer>", "new Range<>(1, null)", "null"),
                added("Vat", "new Vat(\"inner\", null)", "null"));
    }

    private static Stream<Change> javaTypes() {
        return Stream.of(
                added("Instant", "Instant.ofEpochSecond(7)", "Instant.EPOCH"),
                added("Duration", "Duration.ofSeconds(7)", "Duration.ZERO"),
                added("LocalTime", "LocalTime.NOON", "LocalTime.MIDNIGHT"),
                added("LocalDate", "LocalDate.of(2020, 1, 2)", "LocalDate.EPOCH"),
                added("BigInteger", "BigInteger.TEN", "null"),
                added("BigDecimal", "new BigDecimal(\"1.50\")", "null"),
                added("UUID", "new UUID(1, -2)", "null"),
                added("LocalDateTime", "LocalDateTime.of(2020, 1, 2, 3, 4, 5)", "null"),
                added("OffsetDateTime", "OffsetDateTime.of(2020, 1, 2, 3, 4, 5, 6, ZoneOffset.ofHours(2))", "null"),
                added(
                        "ZonedDateTime",
                        "ZonedDateTime.of(2020, 1, 2, 3, 4, 5, 6, ZoneId.of(\"Europe/Berlin\"))",
                        "null"),
                added("Optional<UUID>", "Optional.of(new UUID(1, -2))", "Optional.empty()"),
                added("List<UUID>", "List.of(new UUID(1, -2))", "null"),
                added("URI", "URI.create(\"http://x\")", "null"),
                added("Locale", "Locale.GERMANY", "null"),
                added("ZoneId", "ZoneId.of(\"Europe/Berlin\")", "null"));
    }

    private static Stream<Change> inNullMarkedCode() {
        return Stream.of(
                marked("Integer", "7", "0"),
                marked("String", "\"x\"", "\"\""),
                marked("List<String>", "List.of(\"x\")", "List.of()"),
                marked("Set<String>", "Set.of(\"x\")", "Set.of()"),
                marked("Map<String, Integer>", "Map.of(\"x\", 7)", "Map.of()"),
                marked("int[]", "new int[] {7}", "new int[0]"),
                marked("UUID", "new UUID(1, -2)", "new UUID(0, 0)"),
                marked("BigDecimal", "new BigDecimal(\"1.50\")", "BigDecimal.ZERO"),
                marked("Part", "new Part(1, \"x\")", "new Part(0, null)"),
                marked("@Nullable String", "\"x\"", "null"),
                marked("@Nullable Integer", "7", "null"));
    }

    /** Types that are used by others grow in the same way. */
    private static Stream<Change> inOtherTypes() {
        return Stream.of(
                inPart("Part", "PART"),
                inPart("List<Part>", "List.of(PART, PART)"),
                inPart("Part[]", "new Part[] {PART}"),
                inPart("List<List<Part>>", "List.of(List.of(PART))"),
                inPart("Optional<Part>", "Optional.of(PART)"),
                inPart("List<@Nullable Part>", "Arrays.asList(PART, null)"),
                inPart("Map<String, Part>", "Map.of(\"x\", PART)"),
                inPart("Map<Part, Integer>", "Map.of(PART, 7)"),
                inPart("Map<String, List<Part>>", "Map.of(\"x\", List.of(PART))"),
                inPart("Range<Part>", "new Range<>(PART, PART)"),
                new Change("field of a subtype")
                        .before(vat("Step step"), STEP)
                        .after(vat("Step step"), STEP.replace("int degrees", "int degrees, String why"))
                        .toNewer("new Vat(new Step.Heat(7))", "new Vat(new Step.Heat(7, null))")
                        .toOlder("new Vat(new Step.Heat(7, \"x\"))", "new Vat(new Step.Heat(7))")
                        .isCalled("field-added"),
                new Change("field of an empty subtype")
                        .before(vat("List<Step> steps"), STEP)
                        .after(vat("List<Step> steps"), STEP.replace("Rest()", "Rest(int minutes)"))
                        .toNewer("new Vat(List.of(new Step.Rest()))", "new Vat(List.of(new Step.Rest(0)))")
                        .toOlder("new Vat(List.of(new Step.Rest(7)))", "new Vat(List.of(new Step.Rest()))")
                        .isCalled("field-added"));
    }

    private static Change inPart(String type, String value) {
        String older = "new Vat(" + value.replace("PART", "new Part(1, \"x\")") + ", 8)";
        String filled = "new Vat(" + value.replace("PART", "new Part(1, \"x\")") + ", 8)";
        return new Change("fields of Part in " + type)
                .before(vat(type + " parts, int last"), PART, RANGE)
                .after(
                        vat(type + " parts, int last"),
                        PART.replace("String label", "String label, long weight, List<String> tags, Integer level"),
                        RANGE)
                .toNewer(older, filled.replace("new Part(1, \"x\")", "new Part(1, \"x\", 0, null, null)"))
                .toOlder(filled.replace("new Part(1, \"x\")", "new Part(1, \"x\", 9, List.of(\"t\"), 5)"), older)
                .isCalled("field-added", "field-added", "field-added");
    }

    private static Change added(String type, String value, String ifAbsent) {
        return added(type, value, ifAbsent, "");
    }

    private static Change marked(String type, String value, String ifAbsent) {
        return added(type, value, ifAbsent, "@NullMarked ");
    }

    private static Change added(String type, String value, String ifAbsent, String annotation) {
        return new Change("new " + annotation + type + " " + value)
                .before(annotation + vat("String name"), PART, MODE, STEP, RANGE)
                .after(annotation + vat("String name, " + type + " added"), PART, MODE, STEP, RANGE)
                .toNewer("new Vat(\"vat\")", "new Vat(\"vat\", " + ifAbsent + ")")
                .toOlder("new Vat(\"vat\", " + value + ")", "new Vat(\"vat\")")
                .isCalled("field-added");
    }

    private static String vat(String components) {
        return "@DtsType record Vat(" + components + ") {}";
    }
}
