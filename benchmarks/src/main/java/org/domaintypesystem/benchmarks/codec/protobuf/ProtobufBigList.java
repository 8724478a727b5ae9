package org.domaintypesystem.benchmarks.codec.protobuf;

import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.benchmarks.codec.message.BigList;
import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.benchmarks.codec.protobuf.generated.BigListMessage;

public final class ProtobufBigList extends ProtobufContender<BigListMessage> {
    private final BigList value = Samples.bigList();

    public ProtobufBigList() {
        super(BigListMessage.parser());
    }

    @Override
    public Object value() {
        return value;
    }

    @Override
    BigListMessage message() {
        BigListMessage.Builder out = BigListMessage.newBuilder();
        for (int number : value.numbers()) {
            out.addNumbers(number);
        }
        for (double measure : value.measures()) {
            out.addMeasures(measure);
        }
        return out.addAllNames(value.names()).build();
    }

    @Override
    Object value(BigListMessage message) {
        return new BigList(numbers(message), measures(message), names(message));
    }

    private static int[] numbers(BigListMessage message) {
        int[] numbers = new int[message.getNumbersCount()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = message.getNumbers(i);
        }
        return numbers;
    }

    private static double[] measures(BigListMessage message) {
        double[] measures = new double[message.getMeasuresCount()];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = message.getMeasures(i);
        }
        return measures;
    }

    private static List<String> names(BigListMessage message) {
        String[] names = new String[message.getNamesCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = message.getNames(i);
        }
        return Arrays.asList(names);
    }

    @Override
    long sum(BigListMessage message) {
        long sum = 0;
        int numbers = message.getNumbersCount();
        for (int i = 0; i < numbers; i++) {
            sum += message.getNumbers(i);
        }
        int measures = message.getMeasuresCount();
        for (int i = 0; i < measures; i++) {
            sum += Double.doubleToRawLongBits(message.getMeasures(i));
        }
        int names = message.getNamesCount();
        for (int i = 0; i < names; i++) {
            sum += text(message.getNamesBytes(i));
        }
        return sum;
    }
}
