package org.domaintypesystem.codec.standard;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/**
 * Times as 64-bit numbers: nanoseconds, or days. To the wire, null and what does not fit is refused with an {@link
 * EncodeException} that names the field; from the wire, what is no time is a {@link DecodeException} that does.
 */
@SuppressWarnings("JavaUtilDate") // People have fields of it.
public final class Times {
    private static final int NANOS_PER_SECOND = 1_000_000_000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Times() {}

    /** Since the epoch; the years 1677 to 2262. */
    public static long nanos(@Nullable Instant value, String field) {
        Instant instant = WireWriter.required(value, field);
        return nanos(instant.getEpochSecond(), instant.getNano(), instant, "outside of the years 1677 to 2262", field);
    }

    /** Up to 292 years. */
    public static long nanos(@Nullable Duration value, String field) {
        Duration duration = WireWriter.required(value, field);
        return nanos(duration.getSeconds(), duration.getNano(), duration, "longer than 292 years", field);
    }

    private static long nanos(long seconds, int nanos, Object value, String fault, String field) {
        long wholeSeconds = seconds;
        long rest = nanos;
        // The lowest values need the borrow: their seconds alone are below the range.
        if (wholeSeconds < 0 && rest > 0) {
            wholeSeconds++;
            rest -= NANOS_PER_SECOND;
        }
        long high = Math.multiplyHigh(wholeSeconds, NANOS_PER_SECOND);
        long low = wholeSeconds * NANOS_PER_SECOND;
        long sum = low + rest;
        if (high != low >> 63 || ((low ^ sum) & (rest ^ sum)) < 0) {
            throw new EncodeException(
                    "%s is %s, %s, which nanoseconds in 64 bits do not reach".formatted(field, value, fault));
        }
        return sum;
    }

    /** Since midnight. */
    public static long nanos(@Nullable LocalTime value, String field) {
        return WireWriter.required(value, field).toNanoOfDay();
    }

    /** Since the epoch; the years 1677 to 2262. */
    public static long nanos(@Nullable Date value, String field) {
        Date date = WireWriter.required(value, field);
        try {
            return Math.multiplyExact(date.getTime(), NANOS_PER_MILLI);
        } catch (ArithmeticException e) {
            throw new EncodeException(
                    "%s is %d ms, outside of the years 1677 to 2262, which nanoseconds in 64 bits do not reach"
                            .formatted(field, date.getTime()));
        }
    }

    /** Since 1970-01-01. */
    public static long epochDay(@Nullable LocalDate value, String field) {
        return WireWriter.required(value, field).toEpochDay();
    }

    public static Instant instant(long nanos, String field) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, (long) NANOS_PER_SECOND));
    }

    public static Duration duration(long nanos, String field) {
        return Duration.ofNanos(nanos);
    }

    public static LocalTime localTime(long nanos, String field) {
        try {
            return LocalTime.ofNanoOfDay(nanos);
        } catch (DateTimeException e) {
            throw new DecodeException(field + " holds " + nanos + " ns since midnight, which is no time of a day");
        }
    }

    public static LocalDate localDate(long epochDay, String field) {
        try {
            return LocalDate.ofEpochDay(epochDay);
        } catch (DateTimeException e) {
            throw new DecodeException(field + " holds day " + epochDay + ", which is in no year that Java has");
        }
    }

    /** Milliseconds are all that a date has: what is finer is cut off. */
    public static Date date(long nanos, String field) {
        return new Date(Math.floorDiv(nanos, NANOS_PER_MILLI));
    }
}
