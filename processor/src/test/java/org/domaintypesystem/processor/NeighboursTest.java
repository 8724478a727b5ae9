package org.domaintypesystem.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.domaintypesystem.processor.testing.Compilation;
import org.domaintypesystem.processor.testing.Compiled;
import org.domaintypesystem.processor.testing.SourceCompiler;
import org.domaintypesystem.processor.testing.Trip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Types among others: names that hide those of generated code, and types that it cannot get at. */
class NeighboursTest {

    @ParameterizedTest
    @EnumSource
    void classesWithNamesOfJavaLangAreNotMeant(SourceCompiler compiler) {
        Compiled.strictly(
                compiler,
                Map.of(
                        "game.Character",
                        "package game; class Character {}",
                        "game.Override",
                        "package game; class Override {}",
                        "game.String",
                        "package game; class String {}",
                        "game.Mood",
                        """
                package game;

                import org.domaintypesystem.annotation.DtsValue;

                @DtsValue
                public enum Mood { FAIR, FOUL }
                """,
                        "game.Turn",
                        """
                package game;

                import java.util.List;
                import org.domaintypesystem.annotation.DtsType;

                @DtsType
                public record Turn(java.lang.String player, List<Mood> moods) {}
                """));
    }

    @ParameterizedTest
    @EnumSource
    void typesMayBeCalledLikeThoseOfTheCodec(SourceCompiler compiler) {
        Compiled.strictly(compiler, Map.of("lab.ElementSize", """
                package lab;

                import org.domaintypesystem.annotation.DtsValue;

                @DtsValue
                public enum ElementSize { SMALL, LARGE }
                """, "lab.WireReader", """
                package lab;

                import java.util.List;
                import org.domaintypesystem.annotation.DtsType;

                @DtsType
                public record WireReader(List<ElementSize> sizes, List<List<ElementSize>> more) {}
                """));
    }

    @ParameterizedTest
    @EnumSource
    void viewsHaveNoMethodsThatObjectsHave(SourceCompiler compiler) {
        Compiled.strictly(
                compiler,
                Trip.sources(
                        "@DtsType class Alarm { boolean notify; long wait; String toString; int hashCode; List<String> clone; }",
                        """
                @DtsType
                sealed interface Command {
                    @DtsValue record Wait(long millis) implements Command {}
                    @DtsValue record Notify() implements Command {}
                    @DtsValue record Finalize() implements Command {}
                }
                """));
    }

    @ParameterizedTest
    @EnumSource
    void classesWithNamesOfWhatViewsAndCodecsNeedAreNotMeant(SourceCompiler compiler) {
        Compiled.strictly(
                compiler,
                Map.of(
                        "lab.IllegalStateException",
                        "package lab; class IllegalStateException {}",
                        "lab.SuppressWarnings",
                        "package lab; class SuppressWarnings {}",
                        "lab.Sign",
                        """
                package lab;

                import org.domaintypesystem.annotation.DtsValue;

                @DtsValue
                public sealed interface Sign {
                    @DtsValue record Plus() implements Sign {}
                    @Deprecated @DtsValue record Minus() implements Sign {}
                }
                """));
    }

    /** The type of what a view shows is that of the element, however it is wrapped. */
    @ParameterizedTest
    @EnumSource
    void timesMayBeInArraysAndBehindAdapters(SourceCompiler compiler) {
        Compiled.strictly(compiler, Trip.sources("""
                @DtsType
                @DtsAdapter(ShiftsAdapter.class)
                record Plan(Instant[][] grid, List<LocalDate[]> days, Shifts shifts, Optional<? extends Instant> end) {}
                """, "record Shifts(List<Instant> starts) {}", """
                class ShiftsAdapter implements TypeAdapter<Shifts, List<Instant>> {
                    public List<Instant> toWire(Shifts shifts) { return shifts.starts(); }
                    public Shifts fromWire(List<Instant> starts) { return new Shifts(starts); }
                }
                """));
    }

    /** More than a class file can hold as one text. */
    @ParameterizedTest
    @EnumSource
    void commentsMayBeLong(SourceCompiler compiler) {
        Compiled.strictly(
                compiler, Trip.sources("/** %s */ @DtsType record Long(int x) {}".formatted("Words. ".repeat(10_000))));
    }

    @ParameterizedTest
    @EnumSource
    void elementsMayBeWildcards(SourceCompiler compiler) {
        Compiled.strictly(compiler, Trip.sources("""
                @DtsType
                record Open(
                        List<? extends Integer> numbers,
                        List<? extends List<? extends String>> texts,
                        List<? extends byte[]> bytes,
                        Map<? extends String, ? extends List<? extends Boolean>> flags) {}
                """));
    }

    @Test
    void typesThatAreNotVisibleAreRefusedAtTheComponent() {
        Compilation compilation = compile(Map.of("a.Base", """
                package a;

                import org.domaintypesystem.annotation.DtsValue;

                public class Base {
                    @DtsValue
                    protected record Hidden(int x) {}
                }
                """, "b.Sub", """
                package b;

                import org.domaintypesystem.annotation.DtsType;

                class Sub extends a.Base {
                    @DtsType
                    record Message(Hidden hidden) {}
                }
                """));
        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getLineNumber()).isEqualTo(7);
            assertThat(error.getMessage(Locale.ROOT))
                    .isEqualTo(
                            "Hidden cannot be used here, as it and what is generated for it are visible in package a only: make it public");
        });
    }

    @Test
    void typesOfLibrariesWithoutCodecsAreRefusedAtTheComponent() {
        Compilation compilation = compile(Map.of("lab.Message", """
                package lab;

                import org.domaintypesystem.annotation.DtsType;
                import org.domaintypesystem.processor.testing.Foreign;

                @DtsType
                record Message(Foreign foreign) {}
                """));
        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getLineNumber()).isEqualTo(7);
            assertThat(error.getMessage(Locale.ROOT))
                    .isEqualTo("Foreign is annotated, but was compiled without the DTS processor: have its library run"
                            + " that, or write a record of your own");
        });
    }

    /** A type that another processor generates exists from the next round on. */
    @ParameterizedTest
    @EnumSource
    void typesThatAreGeneratedInTheSameBuildAreWaitedFor(SourceCompiler compiler) {
        Compilation compilation = Compiled.compile(
                compiler, Map.of("lab.Message", """
                        package lab;

                        import java.util.List;
                        import org.domaintypesystem.annotation.DtsType;

                        @DtsType
                        record Message(List<Late> lates) {}
                        """), List.of(), new DtsProcessor(), new LateProcessor());
        assertThat(compilation.isSuccessful()).isTrue();
        assertThat(Compiled.of(compilation).generatedTexts())
                .containsKeys("lab/LateCodec.java", "lab/MessageCodec.java", "META-INF/dts/lab/Message.capnp");
    }

    private static Compilation compile(Map<String, String> sources) {
        return Compiled.compile(sources, List.of(), new DtsProcessor());
    }
}
