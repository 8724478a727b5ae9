package org.domaintypesystem.processor.evolution;

import java.util.stream.Stream;

/** Constants of enums and subtypes of sealed types that come and go. */
final class NewAlternatives {
    private static final String MODES = "@DtsType record Vat(int number, Mode mode, List<Mode> modes) {}";
    private static final String STEPS = "@DtsType record Vat(int number, Step step, List<Step> steps) {}";

    private NewAlternatives() {}

    static Stream<Change> changes() {
        return Stream.concat(constants(), subtypes());
    }

    private static Stream<Change> constants() {
        return Stream.of(
                new Change("constant added")
                        .before(MODES, "@DtsValue enum Mode { A, B }")
                        .after(MODES, "@DtsValue enum Mode { A, B, C }")
                        .bothWays("new Vat(1, Mode.B, List.of(Mode.A, Mode.B))")
                        .refused("new Vat(1, Mode.C, List.of())")
                        .refused("new Vat(1, Mode.A, List.of(Mode.C))")
                        .isCalled("constant-added"),
                new Change("constant added where others are expected")
                        .before(MODES, "@DtsValue enum Mode { A, @DtsUnknown OTHER, B }")
                        .after(MODES, "@DtsValue enum Mode { A, @DtsUnknown OTHER, B, C }")
                        .bothWays("new Vat(1, Mode.B, List.of(Mode.A, Mode.B))")
                        .noText()
                        .toOlder(
                                "new Vat(1, Mode.C, List.of(Mode.C, Mode.A))",
                                "new Vat(1, Mode.OTHER, List.of(Mode.OTHER, Mode.A))")
                        .isCalled("constant-added"),
                new Change("constant added in the middle with its number")
                        .before(MODES, "@DtsValue enum Mode { A, @DtsUnknown B }")
                        .after(
                                MODES,
                                "@DtsValue enum Mode { @DtsField(0) A, @DtsField(2) C, @DtsUnknown @DtsField(1) B }")
                        .bothWays("new Vat(1, Mode.B, List.of(Mode.A, Mode.B))")
                        .noText()
                        .toOlder("new Vat(1, Mode.C, List.of(Mode.C))", "new Vat(1, Mode.B, List.of(Mode.B))")
                        .isCalled("constant-added"),
                new Change("constants in another order")
                        .before(MODES, "@DtsValue enum Mode { A, B, C }")
                        .after(MODES, "@DtsValue enum Mode { @DtsField(2) C, @DtsField(0) A, @DtsField(1) B }")
                        .bothWays("new Vat(1, Mode.B, List.of(Mode.A, Mode.B, Mode.C))"),
                new Change("constant renamed")
                        .before(MODES, "@DtsValue enum Mode { A, B }")
                        .after(MODES, "@DtsValue enum Mode { A, SECOND_ONE }")
                        .toNewer(
                                "new Vat(1, Mode.B, List.of(Mode.B))",
                                "new Vat(1, Mode.SECOND_ONE, List.of(Mode.SECOND_ONE))")
                        .toOlder("new Vat(1, Mode.SECOND_ONE, List.of())", "new Vat(1, Mode.B, List.of())")
                        .isCalled("member-renamed"),
                new Change("constant renamed in Java alone")
                        .before(MODES, "@DtsValue enum Mode { A, B }")
                        .after(MODES, "@DtsValue enum Mode { A, @DtsField(name = \"b\") SECOND_ONE }")
                        .toNewer(
                                "new Vat(1, Mode.B, List.of(Mode.B))",
                                "new Vat(1, Mode.SECOND_ONE, List.of(Mode.SECOND_ONE))")
                        .toOlder("new Vat(1, Mode.SECOND_ONE, List.of())", "new Vat(1, Mode.B, List.of())"),
                new Change("constant retired")
                        .before(MODES, "@DtsValue enum Mode { A, B, C }")
                        .after(
                                MODES,
                                "@DtsRetired(ordinal = 1, name = \"b\") @DtsValue enum Mode { @DtsField(0) A, @DtsUnknown @DtsField(2) C }")
                        .toNewer(
                                "new Vat(1, Mode.B, List.of(Mode.A, Mode.B))",
                                "new Vat(1, Mode.C, List.of(Mode.A, Mode.C))")
                        .noText()
                        .toOlder("new Vat(1, Mode.C, List.of())", "new Vat(1, Mode.C, List.of())")
                        .isCalled("member-retired"),
                new Change("constant of a nullable field and of a map added")
                        .before(
                                "@DtsType record Vat(@Nullable Mode mode, Map<Mode, Mode> modes) {}",
                                "@DtsValue enum Mode { @DtsUnknown A, B }")
                        .after(
                                "@DtsType record Vat(@Nullable Mode mode, Map<Mode, Mode> modes) {}",
                                "@DtsValue enum Mode { @DtsUnknown A, B, C }")
                        .bothWays("new Vat(null, Map.of(Mode.B, Mode.A))")
                        .noText()
                        .toOlder("new Vat(Mode.C, Map.of(Mode.B, Mode.C))", "new Vat(Mode.A, Map.of(Mode.B, Mode.A))")
                        .isCalled("constant-added"));
    }

    private static Stream<Change> subtypes() {
        return Stream.of(
                new Change("subtype added")
                        .before(STEPS, steps("", "int d", ""))
                        .after(STEPS, steps("", "int d", "@DtsValue record Stir(int s) implements Step {}"))
                        .bothWays("new Vat(1, new Step.Heat(7), List.of(new Step.Rest(), new Step.Heat(8)))")
                        .refused("new Vat(1, new Step.Stir(7), List.of())")
                        .refused("new Vat(1, new Step.Rest(), List.of(new Step.Stir(7)))")
                        .isCalled("subtype-added", "type-added"),
                new Change("subtype added where others are expected")
                        .before(STEPS, steps("@DtsUnknown", "int d", ""))
                        .after(STEPS, steps("@DtsUnknown", "int d", "@DtsValue record Stir(int s) implements Step {}"))
                        .bothWays("new Vat(1, new Step.Heat(7), List.of(new Step.Rest(), new Step.Heat(8)))")
                        .noText()
                        .toOlder(
                                "new Vat(1, new Step.Stir(7), List.of(new Step.Stir(7), new Step.Heat(8)))",
                                "new Vat(1, new Step.Rest(), List.of(new Step.Rest(), new Step.Heat(8)))")
                        .isCalled("subtype-added", "type-added"),
                new Change("enum added as a subtype")
                        .before(STEPS, steps("@DtsUnknown", "int d", ""))
                        .after(
                                STEPS,
                                steps("@DtsUnknown", "int d", "@DtsValue enum Fixed implements Step { WAIT, STOP }"))
                        .bothWays("new Vat(1, new Step.Heat(7), List.of(new Step.Rest(), new Step.Heat(8)))")
                        .noText()
                        .toOlder(
                                "new Vat(1, Step.Fixed.STOP, List.of(new Step.Heat(8)))",
                                "new Vat(1, new Step.Rest(), List.of(new Step.Heat(8)))")
                        .isCalled("subtype-added", "type-added"),
                new Change("subtypes in another order")
                        .before(
                                STEPS,
                                "@DtsValue sealed interface Step permits Heat, Rest {}",
                                "@DtsValue record Heat(int d) implements Step {}",
                                "@DtsValue record Rest() implements Step {}")
                        .after(
                                STEPS,
                                "@DtsValue sealed interface Step permits Rest, Heat {}",
                                "@DtsField(1) @DtsValue record Heat(int d) implements Step {}",
                                "@DtsField(2) @DtsValue record Rest() implements Step {}")
                        .bothWays("new Vat(1, new Heat(7), List.of(new Rest(), new Heat(8)))"),
                new Change("subtype retired")
                        .before(
                                STEPS,
                                "@DtsValue sealed interface Step permits Heat, Rest {}",
                                "@DtsValue record Heat(int d) implements Step {}",
                                "@DtsValue record Rest() implements Step {}")
                        .after(
                                STEPS,
                                "@DtsRetired(ordinal = 1, name = \"heat\", type = \"struct lab.Heat\") @DtsValue sealed interface Step permits Rest {}",
                                "@DtsValue record Heat(int d) {}",
                                "@DtsUnknown @DtsField(2) @DtsValue record Rest() implements Step {}")
                        .noText()
                        .toNewer("new Vat(1, new Heat(7), List.of())", "new Vat(1, new Rest(), List.of())")
                        .noText()
                        .toOlder(
                                "new Vat(1, new Rest(), List.of(new Rest()))",
                                "new Vat(1, new Rest(), List.of(new Rest()))")
                        .isCalled("member-retired"),
                new Change("subtype retired and gone")
                        .before(
                                STEPS,
                                "@DtsValue sealed interface Step permits Heat, Rest {}",
                                "@DtsValue record Heat(int d) implements Step {}",
                                "@DtsValue record Rest() implements Step {}")
                        .after(
                                STEPS,
                                "@DtsRetired(ordinal = 1, name = \"heat\", type = \"AnyPointer\") @DtsValue sealed interface Step permits Rest {}",
                                "@DtsUnknown @DtsField(2) @DtsValue record Rest() implements Step {}")
                        .noText()
                        .toNewer("new Vat(1, new Heat(7), List.of())", "new Vat(1, new Rest(), List.of())")
                        .noText()
                        .toOlder(
                                "new Vat(1, new Rest(), List.of(new Rest()))",
                                "new Vat(1, new Rest(), List.of(new Rest()))")
                        .isCalled("member-retired", "type-removed"),
                new Change("a sealed type as a message")
                        .before(
                                "@DtsType sealed interface Event { @DtsValue record On(int level) implements Event {} }")
                        .after("@DtsType sealed interface Event { @DtsValue record On(int level) implements Event {} "
                                + "@DtsValue record Off() implements Event {} }")
                        .bothWays("new Event.On(7)")
                        .refused("new Event.Off()")
                        .isCalled("subtype-added", "type-added"));
    }

    private static String steps(String unknown, String heat, String more) {
        return """
                @DtsValue sealed interface Step {
                    @DtsValue record Heat(%s) implements Step {}
                    %s @DtsValue record Rest() implements Step {}
                    %s
                }""".formatted(heat, unknown, more);
    }
}
