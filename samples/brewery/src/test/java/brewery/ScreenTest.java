package brewery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final long START = 5;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void aTerminalIsDrawnInPlace() {
        Screen screen = new Screen(new PrintStream(shown), true);
        screen.show(List.of("one", "two"), START);
        screen.show(List.of("three"), START);

        assertThat(shown).hasToString("one\033[K\ntwo\033[K\n\033[J\033[2Athree\033[K\n\033[J");
    }

    @Test
    void anythingElseIsPrinted() {
        Screen screen = new Screen(new PrintStream(shown), false);
        screen.show(List.of("one", "two"), START);
        screen.show(List.of("three"), START);

        assertThat(shown).hasToString("one\ntwo\nthree\n");
    }

    @Test
    void aTerminalIsDrawnOftenAndAnythingElseSeldom() {
        assertThat(isDueAfterASecond(true)).isTrue();
        assertThat(isDueAfterASecond(false)).isFalse();
    }

    private boolean isDueAfterASecond(boolean isTerminal) {
        Screen screen = new Screen(new PrintStream(shown), isTerminal);
        assertThat(screen.isDue(START)).isTrue();
        screen.show(List.of(), START);
        return screen.isDue(START + TimeUnit.SECONDS.toNanos(1));
    }
}
