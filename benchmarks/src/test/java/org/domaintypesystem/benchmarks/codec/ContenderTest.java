package org.domaintypesystem.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.domaintypesystem.benchmarks.codec.objects.FieldSum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.annotations.Param;

/** Whether all contenders do the same work: otherwise their times say nothing. */
class ContenderTest {
    /** They have nothing but objects to read fields of. */
    private static final Set<Format> OF_OBJECTS = Set.of(Format.FORY, Format.KRYO, Format.CBOR);

    static Stream<Arguments> all() {
        return Arrays.stream(Format.values())
                .flatMap(format -> Arrays.stream(Message.values()).map(message -> Arguments.of(format, message)));
    }

    @ParameterizedTest
    @CsvSource({"sensor, 72, 52, 46", "car, 376, 202, 194", "big, 14920, 14070, 13587"})
    void messagesHaveTheirKnownSize(String name, int capnProto, int sbe, int protobuf) {
        Message message = Message.of(name);
        assertThat(Format.DTS.contender(message).encode()).isEqualTo(capnProto);
        assertThat(Format.CAPNPROTO_JAVA.contender(message).encode()).isEqualTo(capnProto);
        assertThat(Format.SBE.contender(message).encode()).isEqualTo(sbe);
        assertThat(Format.PROTOBUF.contender(message).encode()).isEqualTo(protobuf);
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFormatReadsWhatItWrites(Format format, Message message) {
        Contender contender = format.contender(message);
        // Twice, since what is kept from message to message must not show.
        contender.encode();
        int length = contender.encode();
        assertEqual(contender.decode(length), message.value());
        assertEqual(contender.decode(length), message.value());
        assertThat(SameValue.are(contender.decode(length), contender.value())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFormatReadsEveryField(Format format, Message message) {
        long sum = OF_OBJECTS.contains(format) ? FieldSum.of(message.value()) : accessed(Format.DTS.contender(message));
        assertThat(accessed(format.contender(message))).isEqualTo(sum);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingButTheMessageIsRead(Format format, Message message) {
        Contender writer = format.contender(message);
        int length = writer.encode();
        Contender reader = format.contender(message);
        // Those that count on an encode before a decode would fail here.
        System.arraycopy(writer.buffer(), 0, reader.buffer(), 0, length);
        assertEqual(reader.decode(length), message.value());
    }

    private static long accessed(Contender contender) {
        return contender.access(contender.encode());
    }

    @ParameterizedTest
    @EnumSource
    void capnprotoJavaReadsWhatDtsWrites(Message message) {
        assertReads(Format.CAPNPROTO_JAVA.contender(message), Format.DTS.contender(message));
    }

    @ParameterizedTest
    @EnumSource
    void dtsReadsWhatCapnprotoJavaWrites(Message message) {
        assertReads(Format.DTS.contender(message), Format.CAPNPROTO_JAVA.contender(message));
    }

    private static void assertReads(Contender reader, Contender writer) {
        int length = writer.encode();
        System.arraycopy(writer.buffer(), 0, reader.buffer(), 0, length);
        assertEqual(reader.decode(length), writer.value());
        assertThat(reader.access(length)).isEqualTo(writer.access(length));
    }

    private static void assertEqual(Object actual, Object expected) {
        assertThat(actual).usingRecursiveComparison().withStrictTypeChecking().isEqualTo(expected);
    }

    @Test
    void benchmarkHasAllOfThem() throws NoSuchFieldException {
        assertThat(parameters("codec"))
                .isEqualTo(Arrays.stream(Format.values()).map(Format::toString).toList());
        assertThat(parameters("message"))
                .isEqualTo(
                        Arrays.stream(Message.values()).map(Message::toString).toList());
    }

    private static List<String> parameters(String field) throws NoSuchFieldException {
        return List.of(CodecBenchmark.class
                .getDeclaredField(field)
                .getAnnotation(Param.class)
                .value());
    }
}
