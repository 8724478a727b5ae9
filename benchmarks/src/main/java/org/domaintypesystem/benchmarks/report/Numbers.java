package org.domaintypesystem.benchmarks.report;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {
    private static final double HUNDRED = 100;
    private static final double TEN = 10;

    private Numbers() {}

    /** With three digits that mean something, or all before the point, with a space between thousands. */
    public static String of(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        String format = size < 1 ? "%.3f" : size < TEN ? "%.2f" : size < HUNDRED ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, format, value).replace(',', ' ');
    }

    /** Without anything behind the point. */
    public static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ');
    }

    /** How many times as much. */
    public static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
