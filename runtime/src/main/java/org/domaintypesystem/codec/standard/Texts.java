package org.domaintypesystem.codec.standard;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.jspecify.annotations.Nullable;

/**
 * Types that have a text form, by that. Null is null. From the wire, a text that is none of the type's is a {@link
 * DecodeException} that names the field.
 */
public final class Texts {
    private static final int SHOWN = 100;
    private static final int PARTS_OF_LOCALE = 3;
    private static final int MAX_UNSIGNED_YEAR = 9_999;

    private Texts() {}

    /** The text form of most types: what {@code toString} says and the type's own parser reads. */
    private static @Nullable String form(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    public static @Nullable String text(@Nullable URI value, String field) {
        return form(value);
    }

    public static @Nullable String text(@Nullable URL value, String field) {
        return value == null ? null : value.toExternalForm();
    }

    public static @Nullable String text(@Nullable Path value, String field) {
        if (value != null && value.getFileSystem() != FileSystems.getDefault()) {
            throw new EncodeException(
                    "%s is the path %s of another file system than the default one, and only its text would travel"
                            .formatted(field, value));
        }
        return form(value);
    }

    public static @Nullable String text(@Nullable File value, String field) {
        return value == null ? null : value.getPath();
    }

    /** Language, country and variant, joined by {@code _}; what a locale has besides is refused. */
    public static @Nullable String text(@Nullable Locale value, String field) {
        if (value == null) {
            return null;
        }
        String text = value.getLanguage() + '_' + value.getCountry() + '_' + value.getVariant();
        if (!value.equals(locale(text, field))) {
            throw new EncodeException(field + " is " + value.toLanguageTag()
                    + ", and only language, country and variant of a locale travel: use its language tag as a String");
        }
        return text;
    }

    public static @Nullable String text(@Nullable Currency value, String field) {
        return value == null ? null : value.getCurrencyCode();
    }

    /** The id; a zone that has other rules than those of its id is refused. */
    public static @Nullable String text(@Nullable TimeZone value, String field) {
        if (value != null && !value.hasSameRules(TimeZone.getTimeZone(value.getID()))) {
            throw new EncodeException(
                    "%s is a time zone with the id %s and other rules than that one has, and only the id travels"
                            .formatted(field, value.getID()));
        }
        return value == null ? null : value.getID();
    }

    /** The pattern alone; one with flags is refused. */
    public static @Nullable String text(@Nullable Pattern value, String field) {
        if (value != null && value.flags() != 0) {
            throw new EncodeException(
                    field + " has flags, which do not travel: write them into the pattern, as in (?i)");
        }
        return value == null ? null : value.pattern();
    }

    public static @Nullable String text(@Nullable Charset value, String field) {
        return value == null ? null : value.name();
    }

    public static @Nullable String text(@Nullable ZoneId value, String field) {
        return value == null ? null : value.getId();
    }

    public static @Nullable String text(@Nullable Period value, String field) {
        return form(value);
    }

    public static @Nullable String text(@Nullable Year value, String field) {
        return form(value);
    }

    public static @Nullable String text(@Nullable YearMonth value, String field) {
        // Its own text form has no sign for years of five digits, and its parser wants one.
        return value != null && value.getYear() > MAX_UNSIGNED_YEAR ? "+" + value : form(value);
    }

    public static @Nullable String text(@Nullable MonthDay value, String field) {
        return form(value);
    }

    public static @Nullable String text(@Nullable OffsetTime value, String field) {
        return form(value);
    }

    /** The name of a constant. */
    public static @Nullable String text(@Nullable Enum<?> value, String field) {
        return value == null ? null : value.name();
    }

    public static @Nullable URI uri(@Nullable String text, String field) {
        return read(text, field, "URI", URI::create);
    }

    public static @Nullable URL url(@Nullable String text, String field) {
        return read(text, field, "URL", Texts::newUrl);
    }

    private static URL newUrl(String text) {
        try {
            return new URL(text);
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static @Nullable Path path(@Nullable String text, String field) {
        return read(text, field, "path", Path::of);
    }

    public static @Nullable File file(@Nullable String text, String field) {
        return read(text, field, "file", File::new);
    }

    public static @Nullable Locale locale(@Nullable String text, String field) {
        return read(text, field, "locale", Texts::newLocale);
    }

    private static Locale newLocale(String text) {
        String[] parts = text.split("_", PARTS_OF_LOCALE);
        return new Locale(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    public static @Nullable Currency currency(@Nullable String text, String field) {
        return read(text, field, "currency", Currency::getInstance);
    }

    public static @Nullable TimeZone timeZone(@Nullable String text, String field) {
        return read(text, field, "time zone", Texts::knownTimeZone);
    }

    private static TimeZone knownTimeZone(String id) {
        TimeZone zone = TimeZone.getTimeZone(id);
        if (!zone.getID().equals(id)) {
            throw new IllegalArgumentException(id);
        }
        return zone;
    }

    public static @Nullable Pattern pattern(@Nullable String text, String field) {
        return read(text, field, "pattern", Pattern::compile);
    }

    public static @Nullable Charset charset(@Nullable String text, String field) {
        return read(text, field, "charset", Charset::forName);
    }

    public static @Nullable ZoneId zoneId(@Nullable String text, String field) {
        return read(text, field, "time zone", ZoneId::of);
    }

    public static @Nullable ZoneOffset zoneOffset(@Nullable String text, String field) {
        return read(text, field, "zone offset", ZoneOffset::of);
    }

    public static @Nullable Period period(@Nullable String text, String field) {
        return read(text, field, "period", Period::parse);
    }

    public static @Nullable Year year(@Nullable String text, String field) {
        return read(text, field, "year", number -> Year.of(Integer.parseInt(number)));
    }

    public static @Nullable YearMonth yearMonth(@Nullable String text, String field) {
        return read(text, field, "month of a year", YearMonth::parse);
    }

    public static @Nullable MonthDay monthDay(@Nullable String text, String field) {
        return read(text, field, "day of a month", MonthDay::parse);
    }

    public static @Nullable Month month(@Nullable String text, String field) {
        return read(text, field, "month", Month::valueOf);
    }

    public static @Nullable DayOfWeek dayOfWeek(@Nullable String text, String field) {
        return read(text, field, "day of the week", DayOfWeek::valueOf);
    }

    public static @Nullable OffsetTime offsetTime(@Nullable String text, String field) {
        return read(text, field, "time with an offset", OffsetTime::parse);
    }

    public static @Nullable TimeUnit timeUnit(@Nullable String text, String field) {
        return read(text, field, "unit of time", TimeUnit::valueOf);
    }

    private static <T> @Nullable T read(@Nullable String text, String field, String what, Function<String, T> parser) {
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (RuntimeException e) {
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            throw new DecodeException("%s holds '%s', which is no %s".formatted(field, shown, what));
        }
    }
}
