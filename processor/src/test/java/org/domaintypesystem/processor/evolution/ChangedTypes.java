package org.domaintypesystem.processor.evolution;

import java.util.stream.Stream;

/** Types that get other names, other forms in Java, or other documentation. */
final class ChangedTypes {
    private static final String RECORD = "@DtsType record Vat(String name, int level) {}";
    private static final String CLASS = """
            @DtsType final class Vat {
                private final String name;
                private final int level;
                Vat(String name, int level) {
                    this.name = name;
                    this.level = level;
                }
                String getName() { return name; }
                int getLevel() { return level; }
            }""";
    private static final String BEAN = """
            @DtsType class Vat {
                private String name;
                private int level;
                Vat() {}
                Vat(String name, int level) {
                    this.name = name;
                    this.level = level;
                }
                public String getName() { return name; }
                public void setName(String name) { this.name = name; }
                public int getLevel() { return level; }
                public void setLevel(int level) { this.level = level; }
            }""";

    private ChangedTypes() {}

    static Stream<Change> changes() {
        return Stream.of(forms(), names(), others()).flatMap(changes -> changes);
    }

    private static Stream<Change> forms() {
        return Stream.of(
                form("a record becomes a class", RECORD, CLASS),
                form("a class becomes a record", CLASS, RECORD),
                form("a record becomes a bean", RECORD, BEAN),
                form("a bean becomes a record", BEAN, RECORD),
                new Change("a superclass for some of the fields")
                        .before(RECORD)
                        .after("""
                                @DtsType class Vat extends Named {
                                    @DtsField(1) int level;
                                    Vat() {}
                                    Vat(String name, int level) {
                                        this.name = name;
                                        this.level = level;
                                    }
                                }""", "class Named { @DtsField(0) String name; }")
                        .bothWays("new Vat(\"a\", 7)"));
    }

    private static Change form(String name, String before, String after) {
        return new Change(name).before(before).after(after).bothWays("new Vat(\"a\", 7)");
    }

    private static Stream<Change> names() {
        String tags = "(String name, Map<String, Integer> tags, List<@Nullable Integer> levels)";
        String value = "(\"a\", Map.of(\"x\", 7), Arrays.asList(1, null))";
        return Stream.of(
                new Change("renamed in Java alone")
                        .before("@DtsType record Pump" + tags + " {}")
                        .after("@DtsType(name = \"Pump\") record Motor" + tags + " {}")
                        .toNewer("new Pump" + value, "new Motor" + value)
                        .toOlder("new Motor" + value, "new Pump" + value),
                new Change("moved to another package")
                        .before("@DtsType record Pump" + tags + " {}")
                        .after("package plant; @DtsType(namespace = \"lab\", name = \"Pump\") record Motor" + tags
                                + " {}")
                        .toNewer("new Pump" + value, "new Motor" + value)
                        .toOlder("new Motor" + value, "new Pump" + value),
                new Change("renamed with its id")
                        .before("@DtsType record Pump(String name, int level) {}")
                        .after("@DtsType(id = 0x" + id("lab", "Pump") + "L) record Motor(String name, int level) {}")
                        .toNewer("new Pump(\"a\", 7)", "new Motor(\"a\", 7)")
                        .toOlder("new Motor(\"a\", 7)", "new Pump(\"a\", 7)")
                        .isCalled("type-renamed"),
                new Change("moved and renamed with its id, and with structs inside")
                        .before("@DtsType record Pump" + tags + " {}")
                        .after("package plant; @DtsType(id = 0x" + id("lab", "Pump") + "L) record Motor" + tags + " {}")
                        .toNewer("new Pump" + value, "new Motor" + value)
                        .toOlder("new Motor" + value, "new Pump" + value)
                        .isCalled("type-renamed"),
                new Change("a part renamed with its id")
                        .before("@DtsType record Vat(List<Pump> pumps) {}", "@DtsValue record Pump(int power) {}")
                        .after(
                                "@DtsType record Vat(List<Motor> pumps) {}",
                                "@DtsValue(id = 0x" + id("lab", "Pump") + "L) record Motor(int power) {}")
                        .toNewer("new Vat(List.of(new Pump(7)))", "new Vat(List.of(new Motor(7)))")
                        .toOlder("new Vat(List.of(new Motor(7)))", "new Vat(List.of(new Pump(7)))")
                        .isCalled("type-renamed"),
                new Change("an enum renamed with its name")
                        .before("@DtsType record Vat(Mode mode) {}", "@DtsValue enum Mode { A, B }")
                        .after("@DtsType record Vat(State mode) {}", "@DtsValue(name = \"Mode\") enum State { A, B }")
                        .toNewer("new Vat(Mode.B)", "new Vat(State.B)")
                        .toOlder("new Vat(State.B)", "new Vat(Mode.B)"),
                new Change("a nested type moved out")
                        .before("@DtsType record Vat(Part part) { @DtsValue record Part(int size) {} }")
                        .after("@DtsType record Vat(VatPart part) {}", "@DtsValue record VatPart(int size) {}")
                        .toNewer("new Vat(new Vat.Part(7))", "new Vat(new VatPart(7))")
                        .toOlder("new Vat(new VatPart(7))", "new Vat(new Vat.Part(7))"));
    }

    private static Stream<Change> others() {
        return Stream.of(
                new Change("documentation and key")
                        .before("@DtsType record Vat(String name, int level) {}")
                        .after("""
                                /**
                                 * A {@link Vat}.
                                 *
                                 * @param name of it
                                 */
                                @DtsType record Vat(@DtsKey String name, int level) {}""")
                        .bothWays("new Vat(\"a\", 7)"),
                new Change("deprecated members")
                        .before("@DtsType record Vat(String name, Mode mode) {}", "@DtsValue enum Mode { A, B }")
                        .after(
                                "@DtsType record Vat(String name, Mode mode) { @Deprecated public String name() { return name; } }",
                                "@DtsValue enum Mode { @Deprecated A, B }")
                        .bothWays("new Vat(\"a\", Mode.B)"),
                new Change("a type of its own")
                        .before("@DtsValue record Vat(String name) {}")
                        .after("@DtsType record Vat(String name) {}")
                        .bothWays("new Vat(\"a\")"));
    }

    private static String id(String namespace, String name) {
        return org.domaintypesystem.schema.TypeIds.hex(
                org.domaintypesystem.schema.TypeIds.typeId(new org.domaintypesystem.schema.TypeName(namespace, name)));
    }
}
