package org.domaintypesystem.benchmarks.codec.capnproto;

import java.util.Arrays;
import java.util.List;
import org.capnproto.MessageBuilder;
import org.capnproto.PrimitiveList;
import org.capnproto.Text;
import org.capnproto.TextList;
import org.domaintypesystem.benchmarks.codec.message.BigList;
import org.domaintypesystem.benchmarks.codec.message.Samples;

public final class CapnprotoBigList extends CapnprotoContender {
    private final BigList value = Samples.bigList();

    @Override
    public Object value() {
        return value;
    }

    @Override
    void build(MessageBuilder message) {
        BigListStruct.Builder out = message.initRoot(BigListStruct.factory);
        int[] numbers = value.numbers();
        PrimitiveList.Int.Builder numberOut = out.initNumbers(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            numberOut.set(i, numbers[i]);
        }
        double[] measures = value.measures();
        PrimitiveList.Double.Builder measureOut = out.initMeasures(measures.length);
        for (int i = 0; i < measures.length; i++) {
            measureOut.set(i, measures[i]);
        }
        List<String> names = value.names();
        TextList.Builder nameOut = out.initNames(names.size());
        for (int i = 0; i < names.size(); i++) {
            nameOut.set(i, new Text.Reader(names.get(i)));
        }
    }

    @Override
    public Object decode(int length) {
        BigListStruct.Reader in = message(length).getRoot(BigListStruct.factory);
        return new BigList(numbers(in.getNumbers()), measures(in.getMeasures()), names(in.getNames()));
    }

    private static int[] numbers(PrimitiveList.Int.Reader in) {
        int[] numbers = new int[in.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.get(i);
        }
        return numbers;
    }

    private static double[] measures(PrimitiveList.Double.Reader in) {
        double[] measures = new double[in.size()];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = in.get(i);
        }
        return measures;
    }

    private static List<String> names(TextList.Reader in) {
        String[] names = new String[in.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.get(i).toString();
        }
        return Arrays.asList(names);
    }

    @Override
    public long access(int length) {
        BigListStruct.Reader in = message(length).getRoot(BigListStruct.factory);
        long sum = 0;
        PrimitiveList.Int.Reader numbers = in.getNumbers();
        for (int i = 0; i < numbers.size(); i++) {
            sum += numbers.get(i);
        }
        PrimitiveList.Double.Reader measures = in.getMeasures();
        for (int i = 0; i < measures.size(); i++) {
            sum += Double.doubleToRawLongBits(measures.get(i));
        }
        TextList.Reader names = in.getNames();
        for (int i = 0; i < names.size(); i++) {
            sum += text(names.get(i));
        }
        return sum;
    }
}
