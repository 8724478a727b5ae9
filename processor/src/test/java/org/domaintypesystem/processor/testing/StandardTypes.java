package org.domaintypesystem.processor.testing;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The types of the JDK that travel: random values, the extreme ones often, and what is on the wire for each. */
final class StandardTypes {
    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/St_Johns", "Asia/Tokyo", "Z", "-18:00", "+01:02:03", "UTC+01:00", "GMT");

    /** How a type travels. */
    enum Form {
        NUMBER,
        TEXT,
        DATA,
        STRUCT
    }

    /**
     * A type.
     *
     * @param wire a {@code Long}, a {@code String}, a {@code byte[]}, or a map of the fields of a struct
     */
    record Standard(Class<?> type, Form form, Function<Random, Object> random, Function<Object, Object> wire) {}

    private static final Map<Class<?>, Standard> ALL = new LinkedHashMap<>();

    static {
        times();
        texts();
        add(
                BigInteger.class,
                Form.DATA,
                random -> pick(random, BigInteger.ZERO, new BigInteger(random.nextInt(200), random).negate()),
                BigInteger::toByteArray);
        structs();
    }

    private StandardTypes() {}

    static List<String> names() {
        return ALL.keySet().stream().map(Class::getSimpleName).toList();
    }

    static List<String> imports() {
        return ALL.keySet().stream().map(Class::getName).toList();
    }

    static Optional<Standard> find(Class<?> type) {
        return ALL.keySet().stream()
                .filter(known -> known == type)
                .map(ALL::get)
                .findFirst();
    }

    /** The type of a value, which may be of a class that nobody sees. */
    static Optional<Standard> findFor(Object value) {
        return ALL.values().stream()
                .filter(standard -> standard.type().isInstance(value))
                .findFirst();
    }

    private static void times() {
        add(Instant.class, Form.NUMBER, StandardTypes::instant, StandardTypes::nanos);
        add(Duration.class, Form.NUMBER, random -> Duration.ofNanos(number(random)), Duration::toNanos);
        add(LocalTime.class, Form.NUMBER, StandardTypes::time, LocalTime::toNanoOfDay);
        add(
                LocalDate.class,
                Form.NUMBER,
                random -> pick(random, LocalDate.MIN, LocalDate.MAX, date(random)),
                LocalDate::toEpochDay);
        add(
                Date.class,
                Form.NUMBER,
                random -> new Date(number(random) / NANOS_PER_MILLI),
                date -> date.getTime() * NANOS_PER_MILLI);
    }

    private static void texts() {
        text(URI.class, Object::toString, "http://a.example/b?c=d", "urn:x", "");
        add(
                URL.class,
                Form.TEXT,
                random -> url(pick(random, "https://a.example/b", "file:/tmp/x")),
                URL::toExternalForm);
        text(Path.class, Object::toString, Path::of, "", "/tmp/a b", "ä/../c");
        text(File.class, File::getPath, File::new, "", "/tmp/a b", "ä/../c");
        text(
                Locale.class,
                locale -> locale.getLanguage() + '_' + locale.getCountry() + '_' + locale.getVariant(),
                Locale::forLanguageTag,
                "",
                "de",
                "pt-BR",
                "de-DE-1996",
                "und-US");
        text(Currency.class, Currency::getCurrencyCode, Currency::getInstance, "EUR", "JPY");
        text(TimeZone.class, TimeZone::getID, TimeZone::getTimeZone, "Europe/Berlin", "UTC", "GMT+01:00", "EST");
        text(Pattern.class, Pattern::pattern, Pattern::compile, "", "a+b|c", "x?y*");
        text(Charset.class, Charset::name, Charset::forName, "UTF-8", "ISO-8859-1", "UTF-16");
        text(ZoneId.class, ZoneId::getId, ZoneId::of, ZONES.toArray(String[]::new));
        text(ZoneOffset.class, ZoneOffset::getId, ZoneOffset::of, "Z", "-18:00", "+01:02:03");
        text(Period.class, Object::toString, Period::parse, "P0D", "P1Y-2M3D", "P-2147483648D");
        text(Year.class, Object::toString, year -> Year.of(Integer.parseInt(year)), "2026", "-999999999", "12");
        text(YearMonth.class, StandardTypes::yearMonth, YearMonth::parse, "2026-11", "-0044-03", "+12345-01");
        text(MonthDay.class, Object::toString, MonthDay::parse, "--02-29", "--12-31");
        text(Month.class, Month::name, Month::valueOf, "MAY", "DECEMBER");
        text(DayOfWeek.class, DayOfWeek::name, DayOfWeek::valueOf, "SUNDAY", "MONDAY");
        text(
                OffsetTime.class,
                Object::toString,
                OffsetTime::parse,
                "10:15+01:00",
                "23:59:59.999999999-18:00",
                "00:00Z");
        text(TimeUnit.class, TimeUnit::name, TimeUnit::valueOf, "DAYS", "NANOSECONDS");
    }

    private static void structs() {
        add(
                UUID.class,
                Form.STRUCT,
                random -> new UUID(number(random), number(random)),
                uuid -> Map.of(
                        "hi", Long.toUnsignedString(uuid.getMostSignificantBits()),
                        "lo", Long.toUnsignedString(uuid.getLeastSignificantBits())));
        add(
                BigDecimal.class,
                Form.STRUCT,
                random -> new BigDecimal(
                        new BigInteger(random.nextInt(100), random),
                        pick(random, Integer.MIN_VALUE, Integer.MAX_VALUE, 2)),
                decimal -> Map.of("unscaled", decimal.unscaledValue().toByteArray(), "scale", decimal.scale()));
        add(LocalDateTime.class, Form.STRUCT, StandardTypes::local, StandardTypes::fields);
        add(OffsetDateTime.class, Form.STRUCT, StandardTypes::offset, value -> {
            Map<String, Object> fields = fields(value.toLocalDateTime());
            fields.put("offsetSeconds", value.getOffset().getTotalSeconds());
            return fields;
        });
        add(ZonedDateTime.class, Form.STRUCT, StandardTypes::zoned, value -> {
            Map<String, Object> fields = fields(value.toLocalDateTime());
            fields.put("offsetSeconds", value.getOffset().getTotalSeconds());
            fields.put("zone", value.getZone().getId());
            return fields;
        });
    }

    private static Map<String, Object> fields(LocalDateTime value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("epochDay", value.toLocalDate().toEpochDay());
        fields.put("nanoOfDay", value.toLocalTime().toNanoOfDay());
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static <T> void add(Class<T> type, Form form, Function<Random, T> random, Function<T, Object> wire) {
        ALL.put(type, new Standard(type, form, random::apply, value -> wire.apply((T) value)));
    }

    private static void text(Class<URI> type, Function<URI, String> form, String... samples) {
        text(type, form, URI::create, samples);
    }

    private static <T> void text(
            Class<T> type, Function<T, String> form, Function<String, T> parser, String... samples) {
        add(type, Form.TEXT, random -> parser.apply(pick(random, samples)), form::apply);
    }

    private static String yearMonth(YearMonth value) {
        return value.getYear() > 9_999 ? "+" + value : value.toString();
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    private static Instant instant(Random random) {
        long nanos = number(random);
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static Object nanos(Instant instant) {
        return BigInteger.valueOf(instant.getEpochSecond())
                .multiply(BILLION)
                .add(BigInteger.valueOf(instant.getNano()))
                .longValueExact();
    }

    private static LocalTime time(Random random) {
        return pick(random, LocalTime.MIN, LocalTime.MAX, LocalTime.ofNanoOfDay(random.nextLong(NANOS_PER_DAY)));
    }

    private static LocalDate date(Random random) {
        return LocalDate.ofEpochDay(random.nextInt(-40_000, 40_000));
    }

    private static LocalDateTime local(Random random) {
        return pick(random, LocalDateTime.MIN, LocalDateTime.MAX, date(random).atTime(time(random)));
    }

    private static OffsetDateTime offset(Random random) {
        return local(random).atOffset(pick(random, ZoneOffset.MIN, ZoneOffset.MAX, ZoneOffset.UTC));
    }

    private static ZonedDateTime zoned(Random random) {
        ZonedDateTime overlap = ZonedDateTime.parse("2026-10-25T02:30+02:00[Europe/Berlin]");
        return pick(
                random,
                overlap,
                overlap.withLaterOffsetAtOverlap(),
                date(random).atTime(time(random)).atZone(ZoneId.of(pick(random, ZONES.toArray(String[]::new)))));
    }

    static long number(Random random) {
        return pick(random, 0L, -1L, 1L, Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong(), random.nextLong());
    }

    @SafeVarargs
    static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
