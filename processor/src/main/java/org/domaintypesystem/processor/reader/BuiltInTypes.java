package org.domaintypesystem.processor.reader;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domaintypesystem.processor.model.Conversion;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;

/** The types of Java that travel without being annotated, and how. */
final class BuiltInTypes {
    private static final String CODEC = "org.domaintypesystem.codec";
    private static final String STANDARD = CODEC + ".standard";
    private static final ClassName TIMES = ClassName.get(STANDARD, "Times");
    private static final ClassName TEXTS = ClassName.get(STANDARD, "Texts");
    private static final ClassName NUMBERS = ClassName.get(STANDARD, "Numbers");
    private static final ClassName CONTAINERS = ClassName.get(STANDARD, "Containers");

    /** A type that another one carries. */
    record Carried(Conversion conversion, Kind carrier, com.palantir.javapoet.TypeName carrierType) {}

    private static final com.palantir.javapoet.TypeName STRING = ClassName.get(String.class);

    private static final String EPOCH = "Nanoseconds since 1970-01-01T00:00:00Z.";

    private static final Map<String, Carried> CARRIED = Stream.of(
                    times("java.time.Instant", "nanos", "instant", EPOCH),
                    times("java.time.Duration", "nanos", "duration", "Nanoseconds."),
                    times("java.time.LocalTime", "nanos", "localTime", "Nanoseconds since midnight."),
                    times("java.time.LocalDate", "epochDay", "localDate", "Days since 1970-01-01."),
                    times("java.util.Date", "nanos", "date", EPOCH),
                    texts("java.net.URI", "uri"),
                    texts("java.net.URL", "url"),
                    texts("java.nio.file.Path", "path"),
                    texts("java.io.File", "file"),
                    texts("java.util.Locale", "locale"),
                    texts("java.util.Currency", "currency"),
                    texts("java.util.TimeZone", "timeZone"),
                    texts("java.util.regex.Pattern", "pattern"),
                    texts("java.nio.charset.Charset", "charset"),
                    texts("java.time.ZoneId", "zoneId"),
                    texts("java.time.ZoneOffset", "zoneOffset"),
                    texts("java.time.Period", "period"),
                    texts("java.time.Year", "year"),
                    texts("java.time.YearMonth", "yearMonth"),
                    texts("java.time.MonthDay", "monthDay"),
                    texts("java.time.Month", "month"),
                    texts("java.time.DayOfWeek", "dayOfWeek"),
                    texts("java.time.OffsetTime", "offsetTime"),
                    texts("java.util.concurrent.TimeUnit", "timeUnit"),
                    Map.entry(
                            "java.math.BigInteger",
                            new Carried(
                                    new Conversion.BuiltIn(
                                            NUMBERS, "bytes", "bigInteger", false, "Two's complement, big-endian."),
                                    new Kind.Data(false),
                                    com.palantir.javapoet.ArrayTypeName.of(byte.class))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, TypeReference> STRUCTS = Stream.of(
                    struct("java.util.UUID", "Uuid", "UuidCodec"),
                    struct("java.math.BigDecimal", "Decimal", "BigDecimalCodec"),
                    struct("java.time.LocalDateTime", "LocalDateTime", "LocalDateTimeCodec"),
                    struct("java.time.OffsetDateTime", "OffsetDateTime", "OffsetDateTimeCodec"),
                    struct("java.time.ZonedDateTime", "ZonedDateTime", "ZonedDateTimeCodec"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** The method that makes a collection of a list, by the name of the collection's class. */
    private static final Map<String, String> COLLECTIONS = named(into -> {
        into.accept("java.util.Collection", "list");
        into.accept("java.util.SequencedCollection", "list");
        into.accept("java.util.ArrayList", "arrayList");
        into.accept("java.util.LinkedList", "linkedList");
        into.accept("java.util.Set", "set");
        into.accept("java.util.HashSet", "linkedHashSet");
        into.accept("java.util.LinkedHashSet", "linkedHashSet");
        into.accept("java.util.SequencedSet", "linkedHashSet");
        into.accept("java.util.SortedSet", "treeSet");
        into.accept("java.util.NavigableSet", "treeSet");
        into.accept("java.util.TreeSet", "treeSet");
        into.accept("java.util.Queue", "arrayDeque");
        into.accept("java.util.Deque", "arrayDeque");
        into.accept("java.util.ArrayDeque", "arrayDeque");
    });

    /** The method that makes a map of a list of entries, by the name of the map's class. */
    private static final Map<String, String> MAPS = named(into -> {
        into.accept("java.util.Map", "map");
        into.accept("java.util.HashMap", "linkedHashMap");
        into.accept("java.util.LinkedHashMap", "linkedHashMap");
        into.accept("java.util.SequencedMap", "linkedHashMap");
        into.accept("java.util.SortedMap", "treeMap");
        into.accept("java.util.NavigableMap", "treeMap");
        into.accept("java.util.TreeMap", "treeMap");
        into.accept("java.util.concurrent.ConcurrentMap", "concurrentHashMap");
        into.accept("java.util.concurrent.ConcurrentHashMap", "concurrentHashMap");
    });

    private BuiltInTypes() {}

    static Optional<Carried> carried(String type) {
        return Optional.ofNullable(CARRIED.get(type));
    }

    static Optional<TypeReference> struct(String type) {
        return Optional.ofNullable(STRUCTS.get(type));
    }

    /** All structs of the runtime. */
    static Stream<TypeReference> structs() {
        return STRUCTS.values().stream();
    }

    /** How a collection other than {@code List} becomes a list. */
    static Optional<Conversion> collection(String type) {
        return Optional.ofNullable(COLLECTIONS.get(type))
                .map(method -> new Conversion.BuiltIn(CONTAINERS, "list", method, true, ""));
    }

    /** How a map becomes a list of its entries. */
    static Optional<Conversion> map(String type) {
        return Optional.ofNullable(MAPS.get(type))
                .map(method -> new Conversion.BuiltIn(CONTAINERS, "entries", method, true, ""));
    }

    private static Map.Entry<String, Carried> times(String type, String toWire, String fromWire, String meaning) {
        return Map.entry(
                type,
                new Carried(
                        new Conversion.BuiltIn(TIMES, toWire, fromWire, false, meaning),
                        new Kind.Scalar(Primitive.LONG, false),
                        com.palantir.javapoet.TypeName.LONG));
    }

    private static Map.Entry<String, Carried> texts(String type, String fromWire) {
        return Map.entry(
                type, new Carried(new Conversion.BuiltIn(TEXTS, "text", fromWire, false, ""), new Kind.Text(), STRING));
    }

    private static Map.Entry<String, TypeReference> struct(String type, String schemaName, String codec) {
        TypeName name = new TypeName("dts", schemaName);
        return Map.entry(
                type,
                new TypeReference(
                        ClassName.bestGuess(type), name, TypeIds.typeId(name), ClassName.get(STANDARD, codec), null));
    }

    private static Map<String, String> named(java.util.function.Consumer<BiConsumer<String, String>> entries) {
        Map<String, String> map = new java.util.HashMap<>();
        entries.accept(map::put);
        return Map.copyOf(map);
    }
}
