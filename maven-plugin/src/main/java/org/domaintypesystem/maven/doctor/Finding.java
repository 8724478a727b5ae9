package org.domaintypesystem.maven.doctor;

/**
 * Something that was looked at.
 *
 * @param verdict what it means for the project
 * @param text what was found and, if it is not fine, why
 * @param remedy what to do; empty if nothing has to be done
 */
public record Finding(Verdict verdict, String text, String remedy) {
    /** What a finding means. */
    public enum Verdict {
        FINE("ok"),
        WORTH_KNOWING("note"),
        BROKEN("FAULT");

        private final String shown;

        Verdict(String shown) {
            this.shown = shown;
        }
    }

    static Finding fine(String text) {
        return new Finding(Verdict.FINE, text, "");
    }

    static Finding note(String text, String remedy) {
        return new Finding(Verdict.WORTH_KNOWING, text, remedy);
    }

    static Finding broken(String text, String remedy) {
        return new Finding(Verdict.BROKEN, text, remedy);
    }

    public boolean isBroken() {
        return verdict == Verdict.BROKEN;
    }

    /** One line, and the remedy below it. */
    @Override
    public String toString() {
        String line = "%-5s %s".formatted(verdict.shown, text);
        return remedy.isEmpty() ? line : line + '\n' + remedy.strip().indent(6).stripTrailing();
    }
}
