package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.Trip;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Types that others carry: those of the JDK, collections, and those that users have adapters for. */
class ConversionsTest {
    private static final String MONEY = "record Money(long cents) {}";
    private static final String TO_TEXT = """
            public final class ToText implements TypeAdapter<Money, String> {
                public String toWire(Money money) { return money.cents() < 0 ? null : money.cents() + " ct"; }
                public Money fromWire(String text) {
                    return text.isEmpty() ? null : new Money(Long.parseLong(text.replace(" ct", "")));
                }
            }
            """;
    private static final String TO_NUMBER = """
            public final class ToNumber implements TypeAdapter<Money, Integer> {
                public Integer toWire(Money money) { return (int) money.cents(); }
                public Money fromWire(Integer cents) { return new Money(cents); }
            }
            """;
    private static final String TO_RECORD = """
            public final class ToRecord implements TypeAdapter<Money, ToRecord.Wire> {
                @DtsValue public record Wire(long cents) {}
                public Wire toWire(Money money) { return new Wire(money.cents()); }
                public Money fromWire(Wire wire) { return new Money(wire.cents()); }
            }
            """;
    private static final String VALUES = """
            class Values {
                static Bill bill() { return new Bill(new Money(7), List.of(new Money(8)), Optional.of(new Money(9))); }
                static Bill refused() { return new Bill(new Money(-1), null, Optional.empty()); }
            }
            """;
    private static final String COMPONENTS = "(%1$s Money price, %1$s List<Money> more, %1$s Optional<Money> tip) {}";

    @Test
    void whatDoesNotFitNamesItsField() {
        Trip trip = Trip.of("@DtsType record Odd(Instant at, Duration length, Locale locale, String text) {}", """
                class Values {
                    static Odd at() { return new Odd(Instant.MAX, Duration.ZERO, null, ""); }
                    static Odd length() { return new Odd(Instant.EPOCH, Duration.ofSeconds(Long.MIN_VALUE), null, ""); }
                    static Odd locale() {
                        return new Odd(Instant.EPOCH, Duration.ZERO, Locale.forLanguageTag("zh-Hant-TW"), "");
                    }
                    static Odd text() { return new Odd(Instant.EPOCH, Duration.ZERO, null, "a" + (char) 0xD800); }
                }
                """);
        for (String field : new String[] {"at", "length", "locale", "text"}) {
            assertThatThrownBy(() -> trip.encode(trip.value(field)))
                    .isInstanceOf(EncodeException.class)
                    .hasMessageStartingWith("lab.Odd." + field);
        }
    }

    @Test
    @Tag("capnp")
    void whatIsNoneOfATypeNamesItsField() {
        Trip trip = Trip.of("@DtsType record Odd(URI uri, LocalTime time, Year year, java.math.BigInteger big) {}");
        unreadable(trip, "(uri = \"a b\")", "lab.Odd.uri holds 'a b', which is no URI");
        unreadable(trip, "(time = -1)", "lab.Odd.time holds -1 ns since midnight");
        unreadable(trip, "(year = \"MMXXVI\")", "lab.Odd.year holds 'MMXXVI', which is no year");
        unreadable(trip, "(big = \"\")", "lab.Odd.big holds no byte");
    }

    @Test
    @Tag("capnp")
    void ofAKeyThatIsTwiceTheLastCounts() {
        Trip trip = Trip.of(
                "@SuppressWarnings(\"dts:comparator\") @DtsType record Stock(Map<String, Integer> amounts, TreeMap<Integer, String> names) {}");
        assertThat(trip.read("Stock", """
                        (amounts = [(key = "a", value = 1), (key = "b", value = 2), (key = "a", value = 3)],
                         names = [(key = 2, value = "x"), (key = 1, value = "y"), (key = 2, value = "z")])
                        """).toString()).isEqualTo("Stock[amounts={a=3, b=2}, names={1=y, 2=z}]");
    }

    @Test
    @Tag("capnp")
    void aCollectionThatCannotHoldNullRefusesIt() {
        Trip trip = Trip.of(
                "@SuppressWarnings(\"dts:comparator\") @DtsType record Odd(ArrayDeque<String> queue, TreeMap<String, Integer> map) {}");
        unreadable(trip, "(map = [(value = 1)])", "lab.Odd.map holds what a TreeMap cannot");
    }

    @Test
    void allThatIsReadIsReadAgain() {
        Trip trip = Trip.of("""
                @DtsType record Bag(List<String> list, Collection<String> collection, Set<String> set,
                        Map<String, List<Optional<Integer>>> map, LinkedList<String> linked) {}
                """, """
                class Values {
                    static Bag bag() {
                        Map<String, List<Optional<Integer>>> map = new LinkedHashMap<>();
                        map.put(null, null);
                        map.put("b", new LinkedList<>(List.of(Optional.of(1), Optional.empty())));
                        return new Bag(new LinkedList<>(List.of("z", "y")), new TreeSet<>(Set.of("b", "a")),
                                new LinkedHashSet<>(List.of("q", "p")), map, new LinkedList<>(List.of("x")));
                    }
                }
                """);
        assertThat(trip.there(trip.value("bag")))
                .isEqualTo("Bag(list=['z', 'y'], collection=['a', 'b'], set=['q', 'p'], "
                        + "map={null->null, 'b'->[Optional['1'], Optional.empty]}, linked=['x'])");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void collectionsThatHaveAnOrder() {
        Trip trip = Trip.of("""
                @DtsType record Bag(SequencedCollection<String> list, SequencedSet<String> set,
                        SequencedMap<String, Integer> map) {}
                """, """
                class Values {
                    static Bag bag() {
                        SequencedMap<String, Integer> map = new LinkedHashMap<>();
                        map.put("b", 1);
                        map.putLast("a", 2);
                        return new Bag(List.of("z", "y"), new LinkedHashSet<>(List.of("q", "p")), map);
                    }
                }
                """);
        assertThat(trip.there(trip.value("bag")))
                .isEqualTo("Bag(list=['z', 'y'], set=['q', 'p'], map={'b'->'1', 'a'->'2'})");
    }

    @Test
    @Tag("capnp")
    void adaptersAreFoundOnAComponentATypeAPackageAndByOption() {
        String onComponent = "@DtsType record Bill" + COMPONENTS.formatted("@DtsAdapter(ToText.class)");
        String plain = "@DtsType record Bill" + COMPONENTS.formatted("");
        String onType = "@DtsAdapter({ToText.class}) " + plain;
        String onPackage = "@org.domaintypesystem.annotation.DtsAdapter(ToText.class) package lab;";
        String byText = "(price = \"7 ct\", more = [\"8 ct\"], tip = \"9 ct\")";
        adapted(Trip.of(onComponent, MONEY, TO_TEXT, VALUES), byText);
        adapted(Trip.of(onType, MONEY, TO_TEXT, VALUES), byText);
        adapted(Trip.of(plain, onPackage, MONEY, TO_TEXT, VALUES), byText);
        adapted(Trip.with("-Adts.adapters=lab.ToText", plain, MONEY, TO_TEXT, VALUES), byText);
        adapted(
                Trip.with(
                        "-Adts.adapters=lab.ToText",
                        plain.replace("@DtsType", "@DtsType @DtsAdapter(ToNumber.class)"),
                        MONEY,
                        TO_TEXT,
                        TO_NUMBER,
                        VALUES),
                "(price = 7, more = [8], tip = (some = 9))");
        adapted(
                Trip.with("-Adts.adapters=lab.ToRecord", plain, MONEY, TO_RECORD, VALUES),
                "(price = (cents = 7), more = [(cents = 8)], tip = (cents = 9))");
    }

    private static void adapted(Trip trip, String told) {
        Object bill = trip.value("bill");
        assertThat(trip.told(bill)).isEqualTo(told);
        assertThat(trip.roundTrip(bill)).isEqualTo(bill);
    }

    @Test
    @Tag("capnp")
    void anAdapterThatReturnsNullIsNamed() {
        Trip trip = Trip.of(
                "@DtsType @DtsAdapter(ToText.class) record Bill" + COMPONENTS.formatted(""), MONEY, TO_TEXT, VALUES);
        assertThatThrownBy(() -> trip.encode(trip.value("refused")))
                .isInstanceOf(EncodeException.class)
                .hasMessage("lab.Bill.price: lab.ToText returns null for Money[cents=-1]");
        unreadable(trip, "Bill", "(price = \"\")", "lab.Bill.price: lab.ToText returns null");
    }

    @Test
    void adaptersThatLeadNowhereAreRefused() {
        faults(
                "ToItself adapts to a type that cannot travel: ToItself adapts to a type that needs it again",
                "@DtsType @DtsAdapter(ToItself.class) record Bill(Money price) {}",
                MONEY,
                adapter("ToItself", "List<Money>"));
        faults(
                "ToOptional adapts to an Optional",
                "@DtsType @DtsAdapter(ToOptional.class) record Bill(Money price) {}",
                MONEY,
                adapter("ToOptional", "Optional<String>"));
        faults(
                "ToObject adapts to a type that cannot travel: Object can be anything",
                "@DtsType @DtsAdapter(ToObject.class) record Bill(Money price) {}",
                MONEY,
                adapter("ToObject", "Object"));
    }

    private static String adapter(String name, String wire) {
        return """
                class %1$s implements TypeAdapter<Money, %2$s> {
                    public %2$s toWire(Money money) { return null; }
                    public Money fromWire(%2$s wire) { return null; }
                }
                """.formatted(name, wire);
    }

    @Test
    void genericTypesWithoutEndAreRefused() {
        faults(
                "holds itself with ever longer type arguments",
                "@DtsType record Root(Grow<String> grow) {}",
                "@DtsValue record Grow<T>(T content, Grow<List<T>> more) {}");
        faults(
                "the permitted subtype Some has type parameters",
                "@DtsType sealed interface Root permits Some {}",
                "@DtsValue record Some<T>(T content) implements Root {}");
    }

    @Test
    void genericTypesAreWrittenIntoThoseThatUseThem() {
        Trip trip = Trip.of(
                "@DtsType record Root(Range<Integer> a, Range<Integer> b, Range<Other.Day> c, Range<Time> d,"
                        + " Range<java.sql.Time> e, Range<Range<Day>> f) {}",
                "@DtsValue record Range<T>(T low, T high) {}",
                "class Other { @DtsValue enum Day { ODD } }",
                "@DtsValue enum Time { NOW }",
                "@DtsValue enum Day { SUN }",
                "@org.domaintypesystem.annotation.DtsAdapter(TimeAdapter.class) package lab;",
                """
                class TimeAdapter implements TypeAdapter<java.sql.Time, String> {
                    public String toWire(java.sql.Time time) { return time.toString(); }
                    public java.sql.Time fromWire(String wire) { return java.sql.Time.valueOf(wire); }
                }
                """);
        assertThat(trip.schema("Root")).contains("""
                  a @0 :RangeOfInteger;
                  b @1 :RangeOfInteger;
                  c @2 :RangeOfOtherDay;
                  d @3 :RangeOfTime;
                  e @4 :LabRangeOfJavaSqlTime;
                  f @5 :RangeOfRangeOfDay;
                """);
        assertThat(trip.schema("Range")).isNull();
    }

    private static void faults(String fault, String... declarations) {
        assertThat(Compiled.compile(Trip.sources(declarations), List.of(), new DtsProcessor())
                        .errors())
                .anySatisfy(error -> assertThat(error.getMessage(null)).contains(fault));
    }

    private static void unreadable(Trip trip, String text, String because) {
        unreadable(trip, "Odd", text, because);
    }

    private static void unreadable(Trip trip, String type, String text, String because) {
        assertThatThrownBy(() -> trip.read(type, text))
                .isInstanceOf(DecodeException.class)
                .hasMessageStartingWith(because);
    }
}
