package org.domaintypesystem.codec.standard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Random values of the types that the codecs of this package are for, the extreme ones often. */
final class StandardValues {
    private static final int SOME_DAYS = 40_000;
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "America/St_Johns", "Asia/Tokyo", "Z", "-18:00", "+01:02:03", "UTC+01:00", "GMT");

    private StandardValues() {}

    static UUID uuid(Random random) {
        return random.nextInt(4) == 0 ? new UUID(-1, Long.MIN_VALUE) : new UUID(random.nextLong(), random.nextLong());
    }

    static BigDecimal decimal(Random random) {
        int scale = switch (random.nextInt(4)) {
            case 0 -> Integer.MIN_VALUE;
            case 1 -> Integer.MAX_VALUE;
            default -> random.nextInt(-10, 10);
        };
        BigInteger unscaled = new BigInteger(random.nextInt(300), random);
        return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale);
    }

    static LocalDateTime local(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> LocalDateTime.MIN;
            case 1 -> LocalDateTime.MAX;
            default -> someDay(random);
        };
    }

    private static LocalDateTime someDay(Random random) {
        return LocalDateTime.of(
                LocalDate.ofEpochDay(random.nextInt(-SOME_DAYS, SOME_DAYS)),
                LocalTime.ofNanoOfDay(random.nextLong(NANOS_PER_DAY)));
    }

    static OffsetDateTime offset(Random random) {
        int limit = ZoneOffset.MAX.getTotalSeconds();
        return OffsetDateTime.of(local(random), ZoneOffset.ofTotalSeconds(random.nextInt(-limit, limit + 1)));
    }

    static ZonedDateTime zoned(Random random) {
        ZonedDateTime value = ZonedDateTime.of(someDay(random), ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
        return random.nextBoolean() ? value.withLaterOffsetAtOverlap() : value;
    }

    /** What a tool says that a value consists of. */
    static Map<String, Object> fields(Object value) {
        if (value instanceof UUID uuid) {
            return Map.of(
                    "hi", Long.toUnsignedString(uuid.getMostSignificantBits()),
                    "lo", Long.toUnsignedString(uuid.getLeastSignificantBits()));
        }
        if (value instanceof BigDecimal decimal) {
            return Map.of("scale", decimal.scale());
        }
        if (value instanceof LocalDateTime local) {
            return Map.of(
                    "epochDay", local.toLocalDate().toEpochDay(),
                    "nanoOfDay", local.toLocalTime().toNanoOfDay());
        }
        if (value instanceof OffsetDateTime offset) {
            return Map.of("offsetSeconds", offset.getOffset().getTotalSeconds());
        }
        ZonedDateTime zoned = (ZonedDateTime) value;
        return Map.of(
                "offsetSeconds",
                zoned.getOffset().getTotalSeconds(),
                "zone",
                '"' + zoned.getZone().getId() + '"');
    }
}
