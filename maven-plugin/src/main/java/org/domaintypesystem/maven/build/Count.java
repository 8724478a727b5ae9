package org.domaintypesystem.maven.build;

/** Numbers of things, for people. */
public final class Count {
    private Count() {}

    /** {@code 1 type}, {@code 2 types}. */
    public static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
