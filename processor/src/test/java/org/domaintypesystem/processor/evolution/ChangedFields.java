package org.domaintypesystem.processor.evolution;

import java.util.stream.Stream;

/** Fields that get other names, places and Java types, or are used no longer. */
final class ChangedFields {
    private ChangedFields() {}

    static Stream<Change> changes() {
        return Stream.of(names(), retired(), nullable(), javaTypes()).flatMap(changes -> changes);
    }

    private static Stream<Change> names() {
        return Stream.of(
                new Change("renamed in order")
                        .before(vat("String name, float speed"))
                        .after(vat("String name, float velocity"))
                        .bothWays("new Vat(\"a\", 1.5f)")
                        .isCalled("member-renamed"),
                new Change("renamed at its number")
                        .before(vat("@DtsField(1) String name, @DtsField(0) String note"))
                        .after(vat("@DtsField(0) String remark, @DtsField(1) String name"))
                        .toNewer("new Vat(\"a\", \"b\")", "new Vat(\"b\", \"a\")")
                        .toOlder("new Vat(\"b\", \"a\")", "new Vat(\"a\", \"b\")")
                        .isCalled("member-renamed"),
                new Change("renamed in Java alone")
                        .before(vat("String name, float speed"))
                        .after(vat("String name, @DtsField(name = \"speed\") float velocity"))
                        .bothWays("new Vat(\"a\", 1.5f)"),
                new Change("nullable one renamed")
                        .before(vat("Integer level, String name"))
                        .after(vat("Integer height, String name"))
                        .bothWays("new Vat(7, \"a\")")
                        .bothWays("new Vat(null, \"a\")")
                        .isCalled("member-renamed"),
                new Change("numbers written down")
                        .before(vat("String name, Integer level, long volume, Map<String, Integer> tags"))
                        .after(vat("@DtsField(0) String name, @DtsField(1) Integer level, @DtsField(3) long volume, "
                                + "@DtsField(4) Map<String, Integer> tags"))
                        .bothWays("new Vat(\"a\", null, 7, Map.of(\"x\", 1))"),
                new Change("another order of declaration")
                        .before(
                                vat(
                                        "@DtsField(0) int a, @DtsField(1) String b, @DtsField(2) Integer c, @DtsField(4) int d"))
                        .after(
                                vat(
                                        "@DtsField(4) int d, @DtsField(2) Integer c, @DtsField(1) String b, @DtsField(0) int a"))
                        .toNewer("new Vat(1, \"b\", 3, 4)", "new Vat(4, 3, \"b\", 1)")
                        .toOlder("new Vat(4, 3, \"b\", 1)", "new Vat(1, \"b\", 3, 4)"),
                new Change("declared in the middle with the last number")
                        .before(vat("String name, double volume"))
                        .after(vat("@DtsField(0) String name, @DtsField(2) float ph, @DtsField(1) double volume"))
                        .toNewer("new Vat(\"a\", 2.5)", "new Vat(\"a\", 0f, 2.5)")
                        .toOlder("new Vat(\"a\", 7f, 2.5)", "new Vat(\"a\", 2.5)")
                        .isCalled("field-added"));
    }

    private static Stream<Change> retired() {
        return Stream.of(
                retired("float", "Float32", "1.5f", "0f"),
                retired("boolean", "Bool", "true", "false"),
                retired("String", "Text", "\"x\"", "null"),
                retired("byte[]", "Data", "new byte[] {1}", "null"),
                retired("List<Integer>", "List(Int32)", "List.of(7)", "null"),
                retired("Instant", "Int64", "Instant.ofEpochSecond(7)", "Instant.EPOCH"),
                retired("Part", "struct lab.Part", "new Part(1)", "null"),
                retired("List<Part>", "List(struct lab.Part)", "List.of(new Part(1))", "null"),
                retired("UUID", "struct dts.Uuid", "new UUID(1, 2)", "null"),
                retired("Mode", "enum lab.Mode", "Mode.B", "Mode.A"),
                retired("Vat", "struct lab.Vat", "new Vat(\"b\", null, 1)", "null"),
                retired("Outer.Part", "struct lab.OuterPart", "new Outer.Part(1)", "null"),
                retired("Part", "AnyPointer", "new Part(1)", "null"),
                retired("Mode", "UInt16", "Mode.B", "Mode.A"),
                retired("Map<String, Integer>", "AnyPointer", "Map.of(\"x\", 7)", "null"),
                new Change("a nullable field retired")
                        .before(vat("String name, Integer level, int last"))
                        .after("@DtsRetired(ordinal = 2, absent = 1, name = \"level\", type = \"Int32\") "
                                + vat("@DtsField(0) String name, @DtsField(3) int last"))
                        .toNewer("new Vat(\"a\", 7, 8)", "new Vat(\"a\", 8)")
                        .toNewer("new Vat(\"a\", null, 8)", "new Vat(\"a\", 8)")
                        .toOlder("new Vat(\"a\", 8)", "new Vat(\"a\", null, 8)")
                        .isCalled("member-retired"),
                new Change("a field that became nullable retired")
                        .before(vat("@DtsField(0) String name, @DtsField(value = 1, absent = 2) Integer level"))
                        .after("@DtsRetired(ordinal = 1, absent = 2, name = \"level\", type = \"Int32\") "
                                + vat("@DtsField(0) String name"))
                        .toNewer("new Vat(\"a\", 7)", "new Vat(\"a\")")
                        .toOlder("new Vat(\"a\")", "new Vat(\"a\", 0)")
                        .isCalled("member-retired"),
                new Change("another type under the same name")
                        .before(vat("String name, float speed"))
                        .after("@DtsRetired(ordinal = 1, name = \"speed\", type = \"Float32\") "
                                + vat("@DtsField(0) String name, @DtsField(2) double speed"))
                        .toNewer("new Vat(\"a\", 7f)", "new Vat(\"a\", 0d)")
                        .toOlder("new Vat(\"a\", 7d)", "new Vat(\"a\", 0f)")
                        .isCalled("member-retired", "field-added"),
                new Change("two fields retired")
                        .before(vat("int a, int b, int c"))
                        .after("@DtsRetired(ordinal = 0, name = \"a\", type = \"Int32\") "
                                + "@DtsRetired(ordinal = 1, name = \"b\", type = \"Int32\") "
                                + vat("@DtsField(2) int c"))
                        .toNewer("new Vat(1, 2, 3)", "new Vat(3)")
                        .toOlder("new Vat(3)", "new Vat(0, 0, 3)")
                        .isCalled("member-retired", "member-retired"),
                new Change("all fields retired")
                        .before(vat("int a"))
                        .after("@DtsRetired(ordinal = 0, name = \"a\", type = \"Int32\") " + vat(""))
                        .toNewer("new Vat(1)", "new Vat()")
                        .toOlder("new Vat()", "new Vat(0)")
                        .isCalled("member-retired"),
                new Change("a retired field used again")
                        .before("@DtsRetired(ordinal = 0, name = \"a\", type = \"Int32\") " + vat("@DtsField(1) int b"))
                        .after(vat("int a, int b"))
                        .toNewer("new Vat(2)", "new Vat(0, 2)")
                        .toOlder("new Vat(1, 2)", "new Vat(2)")
                        .isCalled("member-restored"));
    }

    private static Change retired(String type, String schemaType, String value, String ifAbsent) {
        String[] others = {
            "@DtsValue record Part(int size) {}",
            "@DtsValue enum Mode { A, B }",
            "final class Outer { @DtsValue record Part(int size) {} private Outer() {} }"
        };
        Change change = new Change(type + " retired as " + schemaType);
        return (schemaType.equals("AnyPointer") ? change.noText() : change)
                .before(vat("String name, " + type + " old, int last"), others)
                .after(
                        "@DtsRetired(ordinal = 1, name = \"old\", type = \"" + schemaType + "\") "
                                + vat("@DtsField(0) String name, @DtsField(2) int last"),
                        others)
                .toNewer("new Vat(\"a\", " + value + ", 8)", "new Vat(\"a\", 8)")
                .toOlder("new Vat(\"a\", 8)", "new Vat(\"a\", " + ifAbsent + ", 8)")
                .isCalled("member-retired");
    }

    private static Stream<Change> nullable() {
        return Stream.of(
                nullable("boolean", "Boolean", "true", "false"),
                nullable("byte", "Byte", "(byte) 7", "(byte) 0"),
                nullable("char", "Character", "'x'", "'\\0'"),
                nullable("int", "Integer", "7", "0"),
                nullable("double", "Double", "1.5", "0d"),
                nullable("Mode", "@Nullable Mode", "Mode.B", "Mode.A"),
                nullable("Instant", "@Nullable Instant", "Instant.ofEpochSecond(7)", "Instant.EPOCH"),
                new Change("int becomes OptionalInt")
                        .before(vat("int level"))
                        .after(vat("@DtsField(value = 0, absent = 1) OptionalInt level"))
                        .toNewer("new Vat(7)", "new Vat(OptionalInt.of(7))")
                        .toOlder("new Vat(OptionalInt.of(7))", "new Vat(7)")
                        .toOlder("new Vat(OptionalInt.empty())", "new Vat(0)")
                        .isCalled("field-made-nullable"),
                new Change("text may be absent")
                        .before("@NullMarked " + vat("String name, Part part"), "@DtsValue record Part(int size) {}")
                        .after(
                                "@NullMarked " + vat("@Nullable String name, Optional<Part> part"),
                                "@DtsValue record Part(int size) {}")
                        .toNewer("new Vat(\"a\", new Part(1))", "new Vat(\"a\", Optional.of(new Part(1)))")
                        .toOlder("new Vat(null, Optional.empty())", "new Vat(\"\", new Part(0))"));
    }

    private static Change nullable(String plain, String boxed, String value, String zero) {
        String mode = "@DtsValue enum Mode { A, B }";
        return new Change(plain + " may be null")
                .before(vat(plain + " level, String name, boolean last"), mode)
                .after(
                        vat("@DtsField(value = 0, absent = 3) " + boxed
                                + " level, @DtsField(1) String name, @DtsField(2) boolean last"),
                        mode)
                .bothWays("new Vat(" + value + ", \"a\", true)")
                .bothWays("new Vat(" + zero + ", \"a\", true)")
                .toOlder("new Vat(null, \"a\", true)", "new Vat(" + zero + ", \"a\", true)")
                .isCalled("field-made-nullable");
    }

    /** Other types in Java that are the same in the schema. */
    private static Stream<Change> javaTypes() {
        return Stream.of(
                same("String", "\"x\"", "Optional<String>", "Optional.of(\"x\")"),
                same("String", "null", "Optional<String>", "Optional.empty()"),
                same("List<String>", "List.of(\"x\")", "Set<String>", "Set.of(\"x\")"),
                same("List<String>", "List.of(\"x\", \"y\")", "String[]", "new String[] {\"x\", \"y\"}"),
                same("List<String>", "List.of(\"x\", \"y\")", "Collection<String>", "List.of(\"x\", \"y\")"),
                same(
                        "List<String>",
                        "List.of(\"x\", \"y\")",
                        "LinkedList<String>",
                        "new LinkedList<>(List.of(\"x\", \"y\"))"),
                same("List<Integer>", "List.of(1, 2)", "int[]", "new int[] {1, 2}"),
                same(
                        "Map<String, Integer>",
                        "Map.of(\"x\", 7)",
                        "LinkedHashMap<String, Integer>",
                        "new LinkedHashMap<>(Map.of(\"x\", 7))"),
                same("Integer", "7", "OptionalInt", "OptionalInt.of(7)"),
                same("Integer", "null", "Optional<Integer>", "Optional.empty()"),
                same(
                        "byte[]",
                        "new byte[] {1}",
                        "java.nio.ByteBuffer",
                        "java.nio.ByteBuffer.wrap(new byte[] {1}).asReadOnlyBuffer()"),
                same("long", "7_000_000_000L", "Instant", "Instant.ofEpochSecond(7)"),
                same("Instant", "Instant.ofEpochSecond(7)", "Duration", "Duration.ofSeconds(7)"),
                same("String", "\"http://x\"", "URI", "URI.create(\"http://x\")"),
                same("char", "'A'", "@Unsigned short", "(short) 65"));
    }

    private static Change same(String before, String valueBefore, String after, String valueAfter) {
        return new Change(before + " " + valueBefore + " becomes " + after)
                .before(vat("String name, " + before + " x"))
                .after(vat("String name, " + after + " x"))
                .toNewer("new Vat(\"a\", " + valueBefore + ")", "new Vat(\"a\", " + valueAfter + ")")
                .toOlder("new Vat(\"a\", " + valueAfter + ")", "new Vat(\"a\", " + valueBefore + ")");
    }

    private static String vat(String components) {
        return "@DtsType record Vat(" + components + ") {}";
    }
}
