package org.domaintypesystem.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.seal.CounterKind;
import org.domaintypesystem.seal.Opener;
import org.domaintypesystem.seal.PlainMessages;
import org.domaintypesystem.seal.Sealer;
import org.junit.jupiter.api.Test;

/** What is sealed is what the engine writes, by the same idea of where things are. */
class SealedLayoutTest {
    private static final long SENDER = 5;
    private static final long TYPE = 0x9a1b2c3d4e5f6071L;

    private final KeyRing keys = KeyRing.of(GroupKey.generate());
    private final Opener opener = new Opener(keys, 1);

    @Test
    void messagesOfTheEngineAreSealedAndOpened() {
        byte[] large = Packets.withData(SENDER, TYPE, 9, new byte[3000]);
        List<byte[]> fragments = Packets.fragments(large);
        Pack pack = new Pack(0);
        byte[] one = Packets.unnumbered(SENDER, TYPE, 10, 1, 2);
        pack.add(one, one.length);
        pack.add(one, one.length);
        int length = pack.finish(10);

        check(Packets.message(SENDER, TYPE, 8, 77), CounterKind.DATA, 0, 0);
        for (int i = 0; i < fragments.size(); i++) {
            check(fragments.get(i), CounterKind.DATA, i, fragments.size());
        }
        check(Arrays.copyOf(pack.bytes(), length), CounterKind.DATA, 0, 0);
        byte[] copy = Packets.message(SENDER, TYPE, 8, 77);
        MessageLayout.markLastValue(copy, 0);
        check(copy, CounterKind.COPY, 0, 0);
        byte[] control = Packets.message(SENDER, TYPE, 8, 77);
        MessageLayout.writeHeader(control, control.length, MessageLayout.SCHEMA, SENDER, TYPE, 1, 2);
        check(control, CounterKind.CONTROL, 0, 0);
        MessageLayout.writeHeader(control, control.length, MessageLayout.REPLY, SENDER, TYPE, 1, 2);
        check(control, CounterKind.REPLY, 0, 0);
    }

    private void check(byte[] message, CounterKind kind, int index, int count) {
        byte[] sealed = PlainMessages.sealed(new Sealer(keys, SENDER, 1), message);
        assertThat(sealed).hasSize(message.length + Sealer.OVERHEAD);
        assertThat(sealed[MessageLayout.WORD_0 + 6]).isEqualTo((byte) MessageLayout.SEALED);
        assertThat(opener.show(sealed, MessageLayout.ROOT, sealed.length)).isNull();
        assertThat(opener.open()).isNull();
        assertThat(Arrays.copyOf(opener.plain(), opener.length())).isEqualTo(message);
        assertThat(opener.kind()).isEqualTo(kind);
        assertThat(opener.fragmentIndex()).isEqualTo(index);
        assertThat(opener.fragmentCount()).isEqualTo(count);
        MessageReader reader = new MessageReader();
        reader.datagram(opener.plain(), opener.length());
        assertThat(reader.next()).isNull();
        assertThat(reader.message().sequence()).isEqualTo(opener.sequence());
        assertThat(reader.message().sender()).isEqualTo(SENDER);
    }
}
