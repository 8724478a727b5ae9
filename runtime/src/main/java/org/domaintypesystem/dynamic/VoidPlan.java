package org.domaintypesystem.dynamic;

import java.util.Collections;
import java.util.List;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.jspecify.annotations.Nullable;

/** A list of {@code Void} has a length and nothing else: its elements are null. */
final class VoidPlan implements ElementPlan {
    static final VoidPlan INSTANCE = new VoidPlan();

    private VoidPlan() {}

    @Override
    public @Nullable List<?> readList(Reading reading, long struct, int pointerIndex) {
        if (!reading.in.isPresent(struct, pointerIndex)) {
            return null;
        }
        int count = reading.in.count(reading.in.list(struct, pointerIndex, ElementSize.VOID));
        reading.countVoids(count);
        return Collections.nCopies(count, null);
    }

    @Override
    public int writeList(List<?> values, byte[] out, int pointer, int end, int limit, int depth, String field) {
        return WireWriter.list(out, pointer, end, ElementSize.VOID, values.size(), limit);
    }

    @Override
    public List<?> acceptList(List<?> values, String field) {
        if (values.size() > WireReader.MAX_EMPTY_STRUCTS) {
            throw new EncodeException("%s is a list of %d elements without a value, at most %d are allowed"
                    .formatted(field, values.size(), WireReader.MAX_EMPTY_STRUCTS));
        }
        for (Object value : values) {
            if (value != null) {
                throw new EncodeException(field + " holds " + value + ", and the elements of a List(Void) are null");
            }
        }
        return Collections.nCopies(values.size(), null);
    }

    @Override
    public String spelling() {
        return "Void";
    }
}
