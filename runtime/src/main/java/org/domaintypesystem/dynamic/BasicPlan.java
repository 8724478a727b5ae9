package org.domaintypesystem.dynamic;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.schema.Type;

/** Numbers and booleans. Unsigned numbers have a type of Java that holds them all. */
final class BasicPlan extends ScalarPlan {
    private static final Map<Type.Basic, BasicPlan> BY_TYPE = new EnumMap<>(Type.Basic.class);
    private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(Long.SIZE);

    static {
        for (Type.Basic type : Type.Basic.values()) {
            if (type.storage().isData()) {
                BY_TYPE.put(type, new BasicPlan(type));
            }
        }
    }

    private final Type.Basic type;

    private BasicPlan(Type.Basic type) {
        super(type.storage());
        this.type = type;
    }

    static BasicPlan of(Type.Basic type) {
        BasicPlan plan = BY_TYPE.get(type);
        if (plan == null) {
            throw new IllegalArgumentException(type + " is no number");
        }
        return plan;
    }

    Type.Basic type() {
        return type;
    }

    @Override
    boolean isWide() {
        return type == Type.Basic.INT64 || type == Type.Basic.UINT64;
    }

    @Override
    Object value(long bits) {
        return switch (type) {
            case BOOL -> (bits & 1) != 0;
            case INT8 -> (int) (byte) bits;
            case INT16 -> (int) (short) bits;
            case INT32 -> (int) bits;
            case INT64 -> bits;
            case UINT8 -> (int) bits & 0xFF;
            case UINT16 -> (int) bits & 0xFFFF;
            case UINT32 -> bits & 0xFFFF_FFFFL;
            case UINT64 -> bits < 0 ? BigInteger.valueOf(bits).add(TWO_TO_64) : BigInteger.valueOf(bits);
            case FLOAT32 -> Float.intBitsToFloat((int) bits);
            case FLOAT64 -> Double.longBitsToDouble(bits);
            case VOID, TEXT, DATA, ANY_POINTER -> throw new AssertionError(type);
        };
    }

    @Override
    long bits(Object value, String field) {
        switch (type) {
            case BOOL -> {
                if (value instanceof Boolean bool) {
                    return bool ? 1 : 0;
                }
            }
            case FLOAT32 -> {
                if (value instanceof Number number && !isTooLarge(number)) {
                    return Float.floatToRawIntBits(number.floatValue());
                }
            }
            case FLOAT64 -> {
                if (value instanceof Number number) {
                    return Double.doubleToRawLongBits(number.doubleValue());
                }
            }
            default -> {
                if (value instanceof Long
                        || value instanceof Integer
                        || value instanceof Short
                        || value instanceof Byte
                        || value instanceof BigInteger) {
                    return integer((Number) value, field);
                }
            }
        }
        throw new EncodeException("%s is %s, a %s, and %s is expected"
                .formatted(field, value, value.getClass().getName(), spelling()));
    }

    private static boolean isTooLarge(Number number) {
        return Float.isInfinite(number.floatValue()) && !Double.isInfinite(number.doubleValue());
    }

    private long integer(Number value, String field) {
        BigInteger number = value instanceof BigInteger big ? big : BigInteger.valueOf(value.longValue());
        boolean isUnsigned = type.keyword().startsWith("U");
        int bits = storage().bits();
        boolean fits = isUnsigned ? number.signum() >= 0 && number.bitLength() <= bits : number.bitLength() < bits;
        if (!fits) {
            throw new EncodeException("%s is %s, which %s does not hold".formatted(field, value, type.keyword()));
        }
        return number.longValue();
    }

    @Override
    public String spelling() {
        return type.keyword();
    }
}
