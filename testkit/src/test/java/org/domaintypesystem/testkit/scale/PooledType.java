package org.domaintypesystem.testkit.scale;

import java.util.stream.IntStream;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/** A type that is told from others by its number, and has an empty message. */
record PooledType(TypeDescriptor type) implements Codec<Object> {
    static PooledType[] pool(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new TypeDescriptor(
                        "plant.line%02d.Measurement%03d".formatted(i % 20, i),
                        1L << 63 | (i + 1) * 0x9e3779b97f4a7c15L,
                        i))
                .map(PooledType::new)
                .toArray(PooledType[]::new);
    }

    @Override
    public Object read(WireReader in, long struct) {
        return type;
    }

    @Override
    public int write(@Nullable Object value, byte[] out, int pointer, int end, int limit) {
        return WireWriter.struct(out, pointer, end, 1, 0, limit);
    }
}
