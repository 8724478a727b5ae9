package org.domaintypesystem.maven.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompilerSetupTest {
    private static final List<String> OURS = List.of("com.example:other", "org.domaintypesystem:dts-processor");
    private static final List<String> OTHERS = List.of("org.projectlombok:lombok");

    private static ProcessorPlace place(int jdk, @Nullable List<String> path, String proc, boolean isOnClassPath) {
        return new CompilerSetup(jdk, path, null, proc, "", "", "", List.of()).place(isOnClassPath);
    }

    @Test
    void whatIsNamedRunsOnEveryJdk() {
        assertThat(place(17, OURS, "", false)).isEqualTo(ProcessorPlace.NAMED);
        assertThat(place(25, OURS, "", false)).isEqualTo(ProcessorPlace.NAMED);
        assertThat(ProcessorPlace.NAMED.runs()).isTrue();
    }

    @Test
    void whatIsOnTheClassPathRunsUpToJdk22() {
        assertThat(place(22, null, "", true)).isEqualTo(ProcessorPlace.CLASS_PATH);
        assertThat(place(23, null, "", true)).isEqualTo(ProcessorPlace.NOT_ASKED_FOR);
        assertThat(place(25, null, "full", true)).isEqualTo(ProcessorPlace.CLASS_PATH);
        assertThat(ProcessorPlace.NOT_ASKED_FOR.runs()).isFalse();
    }

    @Test
    void namesHideTheClassPath() {
        assertThat(place(17, OTHERS, "", true)).isEqualTo(ProcessorPlace.HIDDEN);
        assertThat(place(17, OTHERS, "", false)).isEqualTo(ProcessorPlace.ABSENT);
    }

    @Test
    void processingMayBeOff() {
        assertThat(place(17, OURS, "none", true)).isEqualTo(ProcessorPlace.SWITCHED_OFF);
        assertThat(place(17, null, "none", false)).isEqualTo(ProcessorPlace.ABSENT);
    }

    @Test
    void lombokRunsWhereItIsNamedOrFound() {
        assertThat(runsLombok(17, null, "")).isTrue();
        assertThat(runsLombok(25, null, "")).isFalse();
        assertThat(runsLombok(25, null, "full")).isTrue();
        assertThat(runsLombok(17, null, "none")).isFalse();
        assertThat(runsLombok(17, OURS, "")).isFalse();
        assertThat(runsLombok(25, List.of("org.projectlombok:lombok"), "")).isTrue();
    }

    private static boolean runsLombok(int jdk, @Nullable List<String> path, String proc) {
        return new CompilerSetup(jdk, path, null, proc, "", "", "", List.of()).runsLombok();
    }

    @Test
    void listedProcessorsAreTheOnlyOnes() {
        CompilerSetup others = new CompilerSetup(17, OURS, List.of("a.B"), "", "", "", "", List.of());
        assertThat(others.place(false)).isEqualTo(ProcessorPlace.OTHERS_CHOSEN);
        CompilerSetup ours = new CompilerSetup(
                25, null, List.of("org.domaintypesystem.processor.DtsProcessor"), "", "", "", "", List.of());
        assertThat(ours.place(true)).isEqualTo(ProcessorPlace.CLASS_PATH);
    }
}
