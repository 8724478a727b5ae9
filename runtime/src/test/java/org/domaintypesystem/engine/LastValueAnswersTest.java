package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.seal.Sealer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers carry, where datagrams leave as they are and where each of their messages gets longer. */
class LastValueAnswersTest {
    private static final long SELF = 7;
    private static final long TYPE = 0x8000_0000_0000_0001L;
    private static final SocketAddress OTHER = new InetSocketAddress(2);

    private final RetainedMessages kept = new RetainedMessages();
    private final List<byte[]> datagrams = new ArrayList<>();
    private final List<byte[]> ofOther = new ArrayList<>();
    private int attempts;
    private long last;

    private void retain(int length) {
        long[] payload = new long[(length - MessageLayout.CONTENT) / Long.BYTES];
        Arrays.fill(payload, length);
        byte[] message = Packets.unnumbered(SELF, TYPE, 1000, payload);
        MessageLayout.writeSequence(message, ++last);
        RetainedMessage place = kept.place();
        place.begin();
        place.keep(message, message.length);
        kept.add(place);
    }

    /** Takes one fragment of three that it is given, so that answers take turns. */
    private boolean output(byte[] datagram, int length, SocketAddress to) {
        boolean takes = datagram[MessageLayout.WORD_0 + 6] != MessageLayout.FRAGMENT || attempts++ % 3 == 1;
        if (takes) {
            (to.equals(OTHER) ? ofOther : datagrams).add(Arrays.copyOf(datagram, length));
        }
        return takes;
    }

    /** What comes out of the datagrams, once two have asked for all; it is the same for both. */
    private List<byte[]> answer(int overhead) {
        LastValueAnswers.Retained retained = new LastValueAnswers.Retained() {
            @Override
            public @Nullable RetainedMessages of(long typeId) {
                return kept;
            }

            @Override
            public long last(long typeId) {
                return last;
            }
        };
        datagrams.clear();
        ofOther.clear();
        LastValueAnswers answers = new LastValueAnswers(
                SELF, retained, (message, length, to) -> {}, this::output, overhead, new Counters(), 1);
        answers.asked(Naks.read(LastValuePackets.request(TYPE)), new InetSocketAddress(1), 1, 0);
        answers.asked(Naks.read(LastValuePackets.request(TYPE)), OTHER, 1, 0);
        for (long now = 0; now < 2_000_000_000L; now += LastValueAnswers.REST) {
            answers.tick(now, 0);
        }
        List<byte[]> messages = messages(datagrams, overhead);
        assertThat(messages(ofOther, overhead)).containsExactlyElementsOf(messages);
        return messages;
    }

    private static List<byte[]> messages(List<byte[]> datagrams, int overhead) {
        List<byte[]> messages = new ArrayList<>();
        for (byte[] datagram : datagrams) {
            int before = messages.size();
            int end;
            for (int at = 0; at < datagram.length; at = end) {
                end = Framing.end(datagram, at);
                messages.add(Arrays.copyOfRange(datagram, at, end));
            }
            assertThat(datagram.length + (messages.size() - before) * overhead)
                    .isLessThanOrEqualTo(MessageLayout.MAX_DATAGRAM);
        }
        return messages;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Sealer.OVERHEAD})
    void datagramsHaveRoomForWhatEachMessageGetsLonger(int overhead) {
        for (int i = 0; i < 200; i++) {
            retain(80 + i % 20 * 8);
        }
        assertThat(answer(overhead)).hasSize(200);
        int each = 80 + 76 + overhead;
        assertThat(datagrams).hasSizeBetween(200 * each / 1408, 200 * each / 1200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Sealer.OVERHEAD})
    void whatFitsIntoADatagramIsNotCut(int overhead) {
        retain(MessageLayout.MAX_DATAGRAM - overhead);
        retain(80);
        assertThat(answer(overhead))
                .extracting(each -> each.length)
                .containsExactly(MessageLayout.MAX_DATAGRAM - overhead, 80);
        assertThat(datagrams).hasSize(2);
    }

    /** What is read for one answer does not get into the other. */
    @ParameterizedTest
    @ValueSource(ints = {MessageLayout.MAX_DATAGRAM, 5000, 100_000})
    void whatDoesNotIsCutAlikeEachTime(int length) {
        retain(length);
        retain(80);
        retain(length - 8);
        List<byte[]> first = answer(Sealer.OVERHEAD);
        List<byte[]> again = answer(Sealer.OVERHEAD);
        assertThat(again).containsExactlyElementsOf(first);
        List<byte[]> expected = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RetainedMessage.Copy copy = new RetainedMessage.Copy();
            assertThat(kept.get(i).read(copy)).isTrue();
            byte[] message = Arrays.copyOf(copy.bytes, copy.length);
            MessageLayout.markLastValue(message, 0);
            if (i == 1) {
                expected.add(message);
            } else {
                expected.addAll(Packets.fragments(message, Sealer.OVERHEAD));
            }
        }
        assertThat(first).containsExactlyElementsOf(expected);
    }
}
