package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.processor.testing.Trip;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Enums, sealed types and values that contain their like: what an older receiver does not know, and what has no end. */
class AlternativesTest {
    private static final String HOLDER = "@DtsType record Holder(Color color, Shape shape, List<Color> colors) {}";

    /** What a newer sender has. */
    private static final Trip NEWER = Trip.of(
            "@DtsValue enum Color { RED, GREEN, BLUE }",
            "@DtsValue sealed interface Shape { @DtsValue record Dot() implements Shape {}"
                    + " @DtsValue record Star(int tips) implements Shape {} }",
            HOLDER,
            """
            class Values {
                static Holder color() { return new Holder(Color.BLUE, new Shape.Dot(), null); }
                static Holder colors() { return new Holder(Color.RED, new Shape.Dot(), List.of(Color.BLUE)); }
                static Holder shape() { return new Holder(Color.RED, new Shape.Star(5), null); }
            }
            """);

    private static final String DOT = "@DtsValue record Dot() implements Shape {}";

    private static Object read(Trip trip, String value) {
        byte[] message = NEWER.encode(NEWER.value(value));
        return trip.compiled().codecOf(trip.compiled().load("lab.Holder")).decode(message, 0, message.length);
    }

    @Test
    void whatIsUnknownIsRefused() {
        Trip older = Trip.of(
                "@DtsValue enum Color { RED, GREEN }", "@DtsValue sealed interface Shape { " + DOT + " }", HOLDER);
        refused(() -> read(older, "color"), "lab.Color has no constant with number 2");
        refused(() -> read(older, "colors"), "lab.Color has no constant with number 2");
        refused(() -> read(older, "shape"), "lab.Shape has no subtype with tag 2");
    }

    @Test
    void whatIsUnknownIsTheUnknownOne() {
        Trip older = Trip.of(
                "@DtsValue enum Color { RED, @DtsUnknown OTHER }",
                "@DtsValue sealed interface Shape { @DtsUnknown " + DOT + " }",
                HOLDER);
        assertThat(read(older, "color").toString()).isEqualTo("Holder[color=OTHER, shape=Dot[], colors=null]");
        assertThat(read(older, "colors").toString()).isEqualTo("Holder[color=RED, shape=Dot[], colors=[OTHER]]");
        assertThat(read(older, "shape").toString()).isEqualTo("Holder[color=RED, shape=Dot[], colors=null]");
    }

    @Test
    @Tag("capnp")
    void aShapeThatIsUnsetIsRefused() {
        refused(() -> NEWER.read("Holder", "(shape = (unset = void))"), "lab.Shape is unset");
        assertThat(NEWER.read("Holder", "()").toString()).isEqualTo("Holder[color=RED, shape=null, colors=null]");
    }

    @Test
    @Tag("capnp")
    void constantsOfASealedTypeAreInStructs() {
        Trip trip = Trip.of("""
                @DtsValue sealed interface Sign {
                    @DtsValue enum Basic implements Sign { PLUS, MINUS }
                    @DtsValue record Named(String name) implements Sign {}
                }
                """, "@DtsType record Term(List<Sign> signs) {}", """
                class Values {
                    static Term term() { return new Term(List.of(Sign.Basic.MINUS, new Sign.Named("n"), Sign.Basic.PLUS)); }
                }
                """);
        Object term = trip.value("term");
        assertThat(trip.told(term))
                .isEqualTo("(signs = [(basic = (value = minus)), (named = (name = \"n\")), (basic = (value = plus))])");
        assertThat(trip.roundTrip(term)).isEqualTo(term);
    }

    /** What extends another subtype is one of that, too. */
    @Test
    @Tag("capnp")
    void aSubtypeThatExtendsAnotherOneIsItself() {
        Trip trip = Trip.of(
                "@DtsValue sealed interface Valve permits Plain, Timed {}",
                "@DtsValue non-sealed class Plain implements Valve { @DtsField(0) int size; }",
                "@DtsValue final class Timed extends Plain implements Valve { @DtsField(1) int seconds; }",
                "@DtsType record Pipe(Valve valve) {}",
                """
                class Values {
                    static Pipe pipe() {
                        Timed timed = new Timed();
                        timed.size = 5;
                        timed.seconds = 60;
                        return new Pipe(timed);
                    }
                }
                """);
        assertThat(trip.told(trip.value("pipe"))).isEqualTo("(valve = (timed = (size = 5, seconds = 60)))");
        assertThat(trip.there(trip.value("pipe"))).contains("Timed");
    }

    @Test
    void whatContainsItselfHasAnEnd() {
        Trip trip = Trip.of(
                "@DtsType record Tree(String name, Tree left, List<Tree> more, Map<String, Tree> named) {}", """
                class Values {
                    static Tree deep(int depth) {
                        return depth == 0 ? null : new Tree("t" + depth, deep(depth - 1), null, null);
                    }
                    static Tree deepest() { return deep(64); }
                    static Tree tooDeep() { return deep(65); }
                    static Tree cycle() {
                        List<Tree> more = new ArrayList<>();
                        Tree tree = new Tree("t", null, more, null);
                        more.add(tree);
                        return tree;
                    }
                    static Tree cycleOfMaps() {
                        Map<String, Tree> named = new HashMap<>();
                        Tree tree = new Tree("t", null, null, named);
                        named.put("itself", tree);
                        return tree;
                    }
                }
                """);
        assertThat(trip.roundTrip(trip.value("deepest"))).isEqualTo(trip.value("deepest"));
        for (String value : new String[] {"tooDeep", "cycle", "cycleOfMaps"}) {
            assertThatThrownBy(() -> trip.encode(trip.value(value)))
                    .as(value)
                    .isInstanceOf(EncodeException.class)
                    .hasMessageContaining("contains others more than 64 deep, or itself");
        }
        assertThat(trip.roundTrip(trip.value("deepest"))).as("after failures").isEqualTo(trip.value("deepest"));
    }

    @Test
    @Tag("capnp")
    void whatIsTooDeepIsNotRead() {
        Trip trip = Trip.of("@DtsType record Nest(Nest inner) {}");
        String deepest = "(inner = ".repeat(64) + "()" + ")".repeat(64);
        assertThat(trip.read("Nest", deepest)).isNotNull();
        refused(() -> trip.read("Nest", "(inner = " + deepest + ")"), "more than 64 deep");
    }

    /** In null-marked code it would have to be in itself without end. */
    @Test
    @Tag("capnp")
    void whatMustContainItselfIsNotRead() {
        Trip trip = Trip.of("@DtsType record Nest(Nest inner) {}", "@org.jspecify.annotations.NullMarked package lab;");
        refused(() -> trip.read("Nest", "()"), "lab.Nest.inner is absent");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String because) {
        assertThatThrownBy(call).isInstanceOf(DecodeException.class).hasMessageContaining(because);
    }
}
