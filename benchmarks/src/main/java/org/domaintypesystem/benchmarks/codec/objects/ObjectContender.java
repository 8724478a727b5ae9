package org.domaintypesystem.benchmarks.codec.objects;

import org.domaintypesystem.benchmarks.codec.Contender;

/** Has a value of any class. */
abstract class ObjectContender extends Contender {
    final Object value;

    ObjectContender(Object value) {
        this.value = value;
    }

    @Override
    public final Object value() {
        return value;
    }

    @Override
    public final long access(int length) {
        return FieldSum.of(decode(length));
    }
}
