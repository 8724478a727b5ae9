package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.processor.testing.Trip;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is not there: null, empty, and what reads as either. */
class AbsenceTest {
    private static final String STEP = "@DtsValue record Step(String name) {}";
    private static final String SHAPE = """
            @DtsValue public sealed interface Shape {
                @DtsValue record Circle(double radius) implements Shape {}
            }
            """;
    private static final String MARKED = "@org.jspecify.annotations.NullMarked package lab;";

    @Test
    void nullIsRefusedWhereNothingCanSaySo() {
        Trip trip = Trip.of("""
                @DtsType record Order(List<Step> steps, Instant at, List<Integer> counts, Map<Integer, Step> byNumber) {}
                """, STEP, """
                class Values {
                    static Order step() { return new Order(Arrays.asList(new Step("a"), null), Instant.EPOCH, null, null); }
                    static Order instant() { return new Order(null, null, null, null); }
                    static Order number() { return new Order(null, Instant.EPOCH, Arrays.asList(1, null), null); }
                    static Order key() {
                        return new Order(null, Instant.EPOCH, null, Collections.singletonMap(null, new Step("a")));
                    }
                }
                """);
        refused(trip, "step", "lab.Order.steps is null");
        refused(trip, "instant", "lab.Order.at is null");
        refused(trip, "number", "lab.Order.counts is null");
        refused(trip, "key", "lab.Order.Entry3.key is null");
    }

    @Test
    void nothingIsAnOptionalThatIsNull() {
        Trip trip = Trip.of("""
                @DtsType record Order(Optional<String> name, OptionalInt size, Optional<Integer> count,
                        List<Optional<String>> more, List<OptionalInt> sizes) {}
                """, """
                class Values {
                    static Order order(Optional<String> name, OptionalInt size, Optional<Integer> count) {
                        return new Order(name, size, count, List.of(), List.of());
                    }
                    static Order name() { return order(null, OptionalInt.empty(), Optional.empty()); }
                    static Order size() { return order(Optional.empty(), null, Optional.empty()); }
                    static Order count() { return order(Optional.empty(), OptionalInt.empty(), null); }
                    static Order more() {
                        return new Order(Optional.empty(), OptionalInt.empty(), Optional.empty(),
                                Arrays.asList((Optional<String>) null), List.of());
                    }
                    static Order sizes() {
                        return new Order(Optional.empty(), OptionalInt.empty(), Optional.empty(), List.of(),
                                Arrays.asList((OptionalInt) null));
                    }
                }
                """);
        for (String field : new String[] {"name", "size", "count", "more", "sizes"}) {
            refused(trip, field, "lab.Order." + field + " is null");
        }
    }

    @Test
    @Tag("capnp")
    void listsHaveStructsAroundWhatMayBeAbsent() {
        Trip trip = Trip.of("""
                @DtsType record Order(List<@Nullable Step> steps, List<Optional<Integer>> counts,
                        @Nullable Step[] array, List<@Nullable Instant> times) {}
                """, STEP, """
                class Values {
                    static Order mixed() {
                        return new Order(Arrays.asList(null, new Step("a")), List.of(Optional.empty(), Optional.of(3)),
                                new Step[] {null}, Arrays.asList(Instant.EPOCH, null));
                    }
                }
                """);
        assertThat(trip.schema("Order"))
                .contains("""
                  steps @0 :List(Value0);
                  counts @1 :List(Value1);
                  array @2 :List(Value2);
                  times @3 :List(Value3);
                """)
                .contains("    value @0 :Step;\n")
                .contains("""
                    value :union {
                      none @0 :Void;
                      some @1 :Int32;
                    }
                """);
        Object mixed = trip.value("mixed");
        assertThat(trip.told(mixed)).isEqualTo("""
                (steps = [(), (value = (name = "a"))], counts = [(value = (none = void)), (value = (some = 3))], \
                array = [()], times = [(value = (some = 0)), (value = (none = void))])""");
        assertThat(trip.there(mixed))
                .isEqualTo("Order(steps=[null, Step(name='a')], counts=[Optional.empty, Optional['3']], array=[null], "
                        + "times=['1970-01-01T00:00:00Z', null])");
    }

    @Test
    @Tag("capnp")
    void nullMarkedCodeReadsEmptyValues() {
        Trip trip = Trip.of("""
                @DtsType record Order(String name, List<String> tags, Step step, byte[] data, int[] sizes, ByteBuffer more,
                        Set<Integer> set, Map<String, Step> map, Step[] steps, UUID id, Integer count, @Nullable String note,
                        @Nullable Integer size, LocalDateTime at) {}
                """, STEP, MARKED);
        assertThat(trip.schema("Order")).contains("count @10 :Int32;");
        assertThat(trip.read("Order", "()").toString().replaceAll("\\[.@[0-9a-f]+|\\[Llab.Step;@[0-9a-f]+", "[]"))
                .isEqualTo(
                        "Order[name=, tags=[], step=Step[name=], data=[], sizes=[], "
                                + "more=java.nio.HeapByteBuffer[pos=0 lim=0 cap=0], set=[], map={}, steps=[], "
                                + "id=00000000-0000-0000-0000-000000000000, count=0, note=null, size=null, at=1970-01-01T00:00]");
    }

    @Test
    @Tag("capnp")
    void nullMarkedCodeNamesTheFieldThatHasNoEmptyValue() {
        Trip trip = Trip.of("""
                @DtsType record Order(Shape shape, URL site, Part part) {}
                """, SHAPE, """
                @DtsValue record Part(String name) {
                    Part {
                        if (name.isEmpty()) {
                            throw new IllegalArgumentException("no name");
                        }
                    }
                }
                """, MARKED);
        String shape = "shape = (circle = (radius = 1))";
        unreadable(trip, "()", "lab.Order.shape is absent, and there is no empty one: lab.Shape is unset");
        unreadable(trip, "(" + shape + ")", "lab.Order.site is absent");
        unreadable(trip, "(" + shape + ", site = \"file:/a\")", "lab.Order.part is absent", "no name");
    }

    @Test
    void nullMarkedCodeRefusesNull() {
        Trip trip = Trip.of("@DtsType record Order(String name, List<String> tags) {}", MARKED, """
                @NullUnmarked class Values {
                    static Order name() { return new Order(null, List.of()); }
                    static Order tags() { return new Order("", Arrays.asList("a", null)); }
                }
                """);
        refused(trip, "name", "lab.Order.name is null");
        refused(trip, "tags", "lab.Order.tags is null");
    }

    private static void refused(Trip trip, String value, String because) {
        assertThatThrownBy(() -> trip.encode(trip.value(value)))
                .isInstanceOf(EncodeException.class)
                .hasMessageStartingWith(because);
    }

    private static void unreadable(Trip trip, String text, String... because) {
        assertThatThrownBy(() -> trip.read("Order", text))
                .isInstanceOf(DecodeException.class)
                .hasMessageContainingAll(because);
    }
}
