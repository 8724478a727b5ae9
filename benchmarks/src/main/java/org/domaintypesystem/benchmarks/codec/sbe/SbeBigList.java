package org.domaintypesystem.benchmarks.codec.sbe;

import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.domaintypesystem.benchmarks.codec.Contender;
import org.domaintypesystem.benchmarks.codec.message.BigList;
import org.domaintypesystem.benchmarks.codec.message.Samples;
import org.domaintypesystem.benchmarks.codec.sbe.generated.BigListMessageDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.BigListMessageDecoder.MeasuresDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.BigListMessageDecoder.NamesDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.BigListMessageDecoder.NumbersDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.BigListMessageEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.BigListMessageEncoder.MeasuresEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.BigListMessageEncoder.NamesEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.BigListMessageEncoder.NumbersEncoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.MessageHeaderDecoder;
import org.domaintypesystem.benchmarks.codec.sbe.generated.MessageHeaderEncoder;

public final class SbeBigList extends Contender {
    private final BigList value = Samples.bigList();
    private final UnsafeBuffer bytes = new UnsafeBuffer(buffer);
    private final MessageHeaderEncoder headerEncoder = new MessageHeaderEncoder();
    private final BigListMessageEncoder encoder = new BigListMessageEncoder();
    private final MessageHeaderDecoder headerDecoder = new MessageHeaderDecoder();
    private final BigListMessageDecoder decoder = new BigListMessageDecoder();
    private final UnsafeBuffer text = new UnsafeBuffer();

    @Override
    public Object value() {
        return value;
    }

    @Override
    public int encode() {
        BigListMessageEncoder out = encoder.wrapAndApplyHeader(bytes, 0, headerEncoder);
        int[] numbers = value.numbers();
        NumbersEncoder numberOut = out.numbersCount(numbers.length);
        for (int number : numbers) {
            numberOut.next().value(number);
        }
        double[] measures = value.measures();
        MeasuresEncoder measureOut = out.measuresCount(measures.length);
        for (double measure : measures) {
            measureOut.next().value(measure);
        }
        List<String> names = value.names();
        NamesEncoder nameOut = out.namesCount(names.size());
        for (int i = 0; i < names.size(); i++) {
            nameOut.next().value(names.get(i));
        }
        return out.limit();
    }

    // Flyweights move on as they are read: the order of the calls is the order of the message.
    @Override
    public Object decode(int length) {
        BigListMessageDecoder in = decoder.wrapAndApplyHeader(bytes, 0, headerDecoder);
        return new BigList(numbers(in.numbers()), measures(in.measures()), names(in.names()));
    }

    private static int[] numbers(NumbersDecoder in) {
        int[] numbers = new int[in.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.next().value();
        }
        return numbers;
    }

    private static double[] measures(MeasuresDecoder in) {
        double[] measures = new double[in.count()];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = in.next().value();
        }
        return measures;
    }

    private static List<String> names(NamesDecoder in) {
        String[] names = new String[in.count()];
        for (int i = 0; i < names.length; i++) {
            names[i] = in.next().value();
        }
        return Arrays.asList(names);
    }

    @Override
    public long access(int length) {
        BigListMessageDecoder in = decoder.wrapAndApplyHeader(bytes, 0, headerDecoder);
        long sum = 0;
        NumbersDecoder numbers = in.numbers();
        for (int i = numbers.count(); i > 0; i--) {
            sum += numbers.next().value();
        }
        MeasuresDecoder measures = in.measures();
        for (int i = measures.count(); i > 0; i--) {
            sum += Double.doubleToRawLongBits(measures.next().value());
        }
        NamesDecoder names = in.names();
        for (int i = names.count(); i > 0; i--) {
            names.next().wrapValue(text);
            sum += text.capacity() + text.getByte(0);
        }
        return sum;
    }
}
