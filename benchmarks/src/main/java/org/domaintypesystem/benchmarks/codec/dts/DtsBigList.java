package org.domaintypesystem.benchmarks.codec.dts;

import org.domaintypesystem.benchmarks.codec.Contender;
import org.domaintypesystem.benchmarks.codec.message.BigList;
import org.domaintypesystem.benchmarks.codec.message.BigListCodec;
import org.domaintypesystem.benchmarks.codec.message.BigListView;
import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.codec.BytesView;

public final class DtsBigList extends Contender {
    private final BigList value = Samples.bigList();
    private final BigListView view = new BigListView();

    @Override
    public Object value() {
        return value;
    }

    @Override
    public int encode() {
        return BigListCodec.INSTANCE.encode(value, buffer, 0, buffer.length);
    }

    @Override
    public Object decode(int length) {
        return BigListCodec.INSTANCE.decode(buffer, 0, length);
    }

    @Override
    public long access(int length) {
        BigListView list = view.wrap(buffer, 0, length);
        long sum = 0;
        int numbers = list.numbersSize();
        for (int i = 0; i < numbers; i++) {
            sum += list.numbers(i);
        }
        int measures = list.measuresSize();
        for (int i = 0; i < measures; i++) {
            sum += Double.doubleToRawLongBits(list.measures(i));
        }
        int names = list.namesSize();
        for (int i = 0; i < names; i++) {
            BytesView name = list.names(i);
            sum += name.length() + name.byteAt(0);
        }
        return sum;
    }
}
