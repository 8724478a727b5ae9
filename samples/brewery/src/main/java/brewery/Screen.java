package brewery;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Where the dashboard shows its lines: drawn in one place if there is a terminal, else now and then. */
final class Screen implements AutoCloseable {
    private static final Duration DRAWING = Duration.ofMillis(200);
    private static final Duration PRINTING = Duration.ofSeconds(3);

    private final PrintStream out;
    private final boolean isTerminal;
    private long shownNanos = Long.MIN_VALUE;
    private int height;

    Screen(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    static Screen ofProcess() {
        return new Screen(System.out, isTerminal(System.console()) && !"dumb".equals(System.getenv("TERM")));
    }

    /** Whether to show something now. */
    boolean isDue(long nowNanos) {
        Duration period = isTerminal ? DRAWING : PRINTING;
        return shownNanos == Long.MIN_VALUE || nowNanos - shownNanos >= period.toNanos();
    }

    void show(List<String> lines, long nowNanos) {
        shownNanos = nowNanos;
        StringBuilder text = new StringBuilder();
        if (isTerminal && height > 0) {
            text.append("\033[").append(height).append('A');
        }
        for (String line : lines) {
            text.append(line).append(isTerminal ? "\033[K\n" : "\n");
        }
        if (isTerminal) {
            // Fewer lines than before leave some behind.
            text.append("\033[J");
        }
        height = lines.size();
        out.print(text);
        out.flush();
    }

    @Override
    public void close() {
        out.println();
        out.flush();
    }

    /** From 22 on, Java has a console even where there is no terminal, and a way to tell that 17 does not know. */
    private static boolean isTerminal(Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
