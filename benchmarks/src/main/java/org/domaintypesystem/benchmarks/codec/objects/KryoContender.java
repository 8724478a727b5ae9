package org.domaintypesystem.benchmarks.codec.objects;

import com.esotericsoftware.kryo.kryo5.Kryo;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.Output;
import com.esotericsoftware.kryo.kryo5.serializers.ImmutableCollectionsSerializers;
import java.util.List;
import org.domaintypesystem.benchmarks.codec.message.Samples;

/** Kryo with registered classes and no tracking of references, as it is by default. */
public final class KryoContender extends ObjectContender {
    private final Kryo kryo = new Kryo();
    private final Output out = new Output(buffer);
    private final Input in = new Input();

    public KryoContender(Object value) {
        super(value);
        ImmutableCollectionsSerializers.addDefaultSerializers(kryo);
        kryo.register(int[].class);
        kryo.register(double[].class);
        // The JDK has a class for one or two elements and another for more.
        kryo.register(List.of(1).getClass());
        kryo.register(List.of(1, 2, 3).getClass());
        Samples.CLASSES.forEach(kryo::register);
    }

    @Override
    public int encode() {
        out.reset();
        kryo.writeObject(out, value);
        return out.position();
    }

    @Override
    public Object decode(int length) {
        in.setBuffer(buffer, 0, length);
        return kryo.readObject(in, value.getClass());
    }
}
