package org.domaintypesystem.benchmarks.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether all contenders do the same work: otherwise their times say nothing. */
class ContenderTest {

    @ParameterizedTest
    @CsvSource({"SENSOR, 72, 52", "CAR, 376, 202", "BIG_LIST, 14920, 14070"})
    void messagesHaveTheirKnownSize(Message message, int capnProto, int sbe) {
        assertThat(Format.DTS.contender(message).encode()).isEqualTo(capnProto);
        assertThat(Format.CAPNPROTO_JAVA.contender(message).encode()).isEqualTo(capnProto);
        assertThat(Format.SBE.contender(message).encode()).isEqualTo(sbe);
    }

    @ParameterizedTest
    @EnumSource
    void everyFormatReadsWhatItWrites(Message message) {
        long sum = accessed(Format.DTS.contender(message));
        for (Format format : Format.values()) {
            Contender contender = format.contender(message);
            // Twice, since what is kept from message to message must not show.
            contender.encode();
            int length = contender.encode();
            assertEqual(contender.decode(length), contender.value());
            assertEqual(contender.decode(length), contender.value());
            assertThat(contender.access(length)).as("fields by %s", format).isEqualTo(sum);
        }
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
}
