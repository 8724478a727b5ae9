package org.domaintypesystem.benchmarks.codec.objects;

import org.apache.fory.Fory;
import org.apache.fory.memory.MemoryBuffer;
import org.domaintypesystem.benchmarks.codec.message.Samples;

/**
 * Apache Fory as it is fastest: for Java alone, with registered classes that are the same on both sides, serializers that it
 * generates, and no tracking of references.
 */
public final class ForyContender extends ObjectContender {
    private final Fory fory = Fory.builder()
            .withXlang(false)
            .withRefTracking(false)
            .withCompatible(false)
            .requireClassRegistration(true)
            .build();

    private final MemoryBuffer bytes = MemoryBuffer.fromByteArray(buffer);

    public ForyContender(Object value) {
        super(value);
        Samples.CLASSES.forEach(fory::register);
    }

    @Override
    public int encode() {
        bytes.pointTo(buffer, 0, buffer.length);
        bytes.writerIndex(0);
        fory.serialize(bytes, value);
        return bytes.writerIndex();
    }

    @Override
    public Object decode(int length) {
        bytes.pointTo(buffer, 0, length);
        bytes.readerIndex(0);
        return fory.deserialize(bytes);
    }
}
