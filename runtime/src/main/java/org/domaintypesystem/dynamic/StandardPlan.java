package org.domaintypesystem.dynamic;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domaintypesystem.codec.StructCodec;
import org.domaintypesystem.codec.standard.BigDecimalCodec;
import org.domaintypesystem.codec.standard.LocalDateTimeCodec;
import org.domaintypesystem.codec.standard.OffsetDateTimeCodec;
import org.domaintypesystem.codec.standard.UuidCodec;
import org.domaintypesystem.codec.standard.ZonedDateTimeCodec;
import org.jspecify.annotations.Nullable;

/** The structs that DTS itself declares, known by their ids, are the types of Java that they stand for. */
final class StandardPlan<T> extends PointerPlan {
    private static final Map<Long, StandardPlan<?>> BY_ID = Stream.of(
                    new StandardPlan<>(UuidCodec.INSTANCE, UUID.class),
                    new StandardPlan<>(BigDecimalCodec.INSTANCE, BigDecimal.class),
                    new StandardPlan<>(LocalDateTimeCodec.INSTANCE, LocalDateTime.class),
                    new StandardPlan<>(OffsetDateTimeCodec.INSTANCE, OffsetDateTime.class),
                    new StandardPlan<>(ZonedDateTimeCodec.INSTANCE, ZonedDateTime.class))
            .collect(Collectors.toUnmodifiableMap(plan -> plan.codec.type().typeId(), Function.identity()));

    private final StructCodec<T> codec;
    private final Class<T> type;

    private StandardPlan(StructCodec<T> codec, Class<T> type) {
        this.codec = codec;
        this.type = type;
    }

    /** The plan of a struct with this id, or null if it is none of DTS. */
    static @Nullable StandardPlan<?> find(long id) {
        return BY_ID.get(id);
    }

    @Override
    @Nullable
    Object read(Reading reading, long struct, int pointerIndex) {
        return codec.readPointer(reading.in, struct, pointerIndex);
    }

    @Override
    public @Nullable List<?> readList(Reading reading, long struct, int pointerIndex) {
        return codec.readList(reading.in, struct, pointerIndex);
    }

    @Override
    int write(Object value, byte[] out, int pointer, int end, int limit, int depth, String field) {
        return codec.write(type.cast(value), out, pointer, end, limit);
    }

    @Override
    @SuppressWarnings("unchecked") // Every element was read or accepted.
    public int writeList(List<?> values, byte[] out, int pointer, int end, int limit, int depth, String field) {
        return codec.writeList(out, pointer, (List<T>) values, end, limit, field);
    }

    @Override
    Object accept(Object value, String field) {
        if (type.isInstance(value)) {
            return value;
        }
        throw refusal(value, field);
    }

    @Override
    public List<?> acceptList(List<?> values, String field) {
        for (Object value : values) {
            if (value == null) {
                throw StructPlan.nullElement(field);
            }
        }
        return super.acceptList(values, field);
    }

    @Override
    public String spelling() {
        return codec.type().name() + ", a " + type.getSimpleName() + ",";
    }
}
