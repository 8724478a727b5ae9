package org.domaintypesystem.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyAlgorithm;
import org.domaintypesystem.keys.KeyRing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OpenerTest {
    private static final long SENDER = PlainMessages.SENDER;
    private static final long TYPE = PlainMessages.TYPE;

    private static final List<Integer> POINTERS =
            List.of(SealedLayout.ROOT, SealedLayout.BODY, SealedLayout.CIPHERTEXT - Long.BYTES);

    private final GroupKey key = GroupKey.generate();
    private final KeyRing ring = KeyRing.of(key);
    private final Opener opener = new Opener(ring, 1);

    static Stream<byte[]> messages() {
        return Stream.of(
                PlainMessages.payload(7, 1, 2, 3),
                PlainMessages.payload(7),
                PlainMessages.message(SealedLayout.PAYLOAD, 3, TYPE, 7, 1),
                PlainMessages.message(SealedLayout.PAYLOAD, 1 << 15, TYPE, 7, 1),
                PlainMessages.batch(7, 1, 2),
                PlainMessages.fragment(7, SealedLayout.PAYLOAD, 0, 0, 3, PlainMessages.random(1, 100)),
                PlainMessages.fragment(7, 12, 0, 2, 3, PlainMessages.random(1, 13)),
                PlainMessages.message(SealedLayout.REPLY, 0, TYPE, 7, 1),
                PlainMessages.message(PlainMessages.HEARTBEAT, 0, TYPE, 7, 1, 2),
                PlainMessages.message(10, 0, 0, 7, PlainMessages.random(1, 8)[0]));
    }

    private static @Nullable Refusal open(Opener opener, byte[] sealed) {
        Refusal refused = opener.show(sealed, SealedLayout.ROOT, sealed.length);
        return refused == null ? opener.open() : refused;
    }

    private static byte[] opened(Opener opener) {
        return Arrays.copyOf(opener.plain(), opener.length());
    }

    private byte[] sealed(byte[] message) {
        return PlainMessages.sealed(new Sealer(ring, SENDER, 1), message);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void opensWhatWasSealed(byte[] message) {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            KeyRing keys = KeyRing.of(GroupKey.generate(algorithm));
            Opener other = new Opener(keys, 1);
            byte[] sealed = PlainMessages.sealed(new Sealer(keys, SENDER, 1), message);
            assertThat(open(other, sealed)).isNull();
            assertThat(opened(other)).isEqualTo(message);
            assertThat(other.keyId()).isEqualTo(keys.sealing(TYPE).id());
        }
    }

    /** Pointers say where things are, and not what they are: another one may lead to the same message, and to no other. */
    @ParameterizedTest
    @MethodSource("messages")
    void refusesEveryChangeOfABit(byte[] message) {
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            KeyRing keys = KeyRing.of(GroupKey.generate(algorithm));
            Opener other = new Opener(keys, 1);
            byte[] sealed = PlainMessages.sealed(new Sealer(keys, SENDER, 1), message);
            for (int bit = SealedLayout.ROOT * Byte.SIZE; bit < sealed.length * Byte.SIZE; bit++) {
                byte[] altered = sealed.clone();
                altered[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
                if (open(other, altered) == null) {
                    assertThat(POINTERS).as("bit %d", bit).contains(bit / Long.SIZE * Long.BYTES);
                    assertThat(opened(other)).isEqualTo(message);
                }
            }
            assertThat(open(other, sealed)).isNull();
            assertThat(opened(other)).isEqualTo(message);
        }
    }

    @Test
    void refusesEveryChangeOfItsLength() {
        byte[] sealed = sealed(PlainMessages.payload(7, 1, 2, 3));
        for (int length = SealedLayout.ROOT; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThat(open(opener, cut)).as("%d bytes", length).isEqualTo(Refusal.MALFORMED);
        }
        int list = SealedLayout.CIPHERTEXT - Long.BYTES;
        int size = sealed.length - SealedLayout.CIPHERTEXT;
        for (int shorter = 0; shorter < size; shorter++) {
            byte[] altered = sealed.clone();
            WireWriter.list(altered, list, SealedLayout.CIPHERTEXT, ElementSize.BYTE, shorter, Integer.MAX_VALUE);
            System.arraycopy(sealed, SealedLayout.CIPHERTEXT, altered, SealedLayout.CIPHERTEXT, size);
            assertThat(open(opener, altered)).as("%d of %d", shorter, size).isNotNull();
        }
    }

    @Test
    void survivesWhateverComes() {
        byte[] message = PlainMessages.fragment(7, SealedLayout.PAYLOAD, 0, 0, 3, PlainMessages.random(1, 64));
        byte[] sealed = sealed(message);
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] altered = sealed.clone();
            for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                int at = SealedLayout.ROOT + random.nextInt(SealedLayout.CIPHERTEXT + 24 - SealedLayout.ROOT);
                altered[at] = (byte) random.nextInt();
            }
            if (open(opener, altered) == null) {
                assertThat(opened(opener)).isEqualTo(message);
            }
        }
    }

    @Test
    void refusesOtherKeysSendersAndTypes() {
        byte[] message = PlainMessages.payload(7, 1);
        assertThat(open(new Opener(KeyRing.of(GroupKey.generate()), 1), sealed(message)))
                .isEqualTo(Refusal.OTHER_KEY);

        byte[] otherSender = sealed(message);
        WireWriter.int64(otherSender, SealedLayout.HEADER + SealedLayout.SENDER, SENDER + 1);
        assertThat(open(opener, otherSender)).isEqualTo(Refusal.FORGED);

        byte[] otherType = sealed(message);
        WireWriter.int64(otherType, SealedLayout.HEADER + SealedLayout.TYPE_ID, TYPE + 1);
        assertThat(open(opener, otherType)).isEqualTo(Refusal.FORGED);

        byte[] otherKey = PlainMessages.sealed(new Sealer(KeyRing.of(GroupKey.generate()), SENDER, 1), message);
        WireWriter.int32(otherKey, SealedLayout.CONTENT, key.id());
        assertThat(open(opener, otherKey)).isEqualTo(Refusal.FORGED);
    }

    @Test
    void whoHasNoKeyOfATypeCanNeitherReadNorWriteIt() {
        KeyRing owner =
                KeyRing.builder().key(key).typeKey(TYPE, GroupKey.generate()).build();
        byte[] message = PlainMessages.payload(7, 1);
        byte[] heartbeat = PlainMessages.message(PlainMessages.HEARTBEAT, 0, TYPE, 7, 1, 2);
        for (byte[] each : List.of(message, heartbeat)) {
            byte[] theirs = PlainMessages.sealed(new Sealer(owner, SENDER, 1), each);
            assertThat(open(opener, theirs)).isEqualTo(Refusal.OTHER_KEY);
            assertThat(open(new Opener(owner, 1), theirs)).isNull();
            assertThat(open(new Opener(owner, 1), sealed(each))).isEqualTo(Refusal.OTHER_KEY);
        }
        byte[] ofNoType = PlainMessages.message(10, 0, 0, 7, 1);
        assertThat(open(opener, PlainMessages.sealed(new Sealer(owner, SENDER, 1), ofNoType)))
                .isNull();
    }

    @Test
    void opensWithBothKeysWhileTheyAreExchanged() {
        GroupKey next = GroupKey.generate(KeyAlgorithm.CHACHA20_POLY1305);
        Opener between = new Opener(KeyRing.of(key, next), 1);
        byte[] message = PlainMessages.payload(7, 1);
        for (KeyRing sealing : List.of(KeyRing.of(key), KeyRing.of(next, key), KeyRing.of(next))) {
            assertThat(open(between, PlainMessages.sealed(new Sealer(sealing, SENDER, 1), message)))
                    .isNull();
        }
        assertThat(open(new Opener(KeyRing.of(next), 1), sealed(message))).isEqualTo(Refusal.OTHER_KEY);
    }

    /** The JDK refuses a key and a nonce that it had just before: that must not let a forged message keep out the genuine one. */
    @ParameterizedTest
    @EnumSource
    void aForgedMessageDoesNotBlockTheGenuineOne(KeyAlgorithm algorithm) {
        KeyRing keys = KeyRing.of(GroupKey.generate(algorithm));
        Opener other = new Opener(keys, 1);
        byte[] sealed = PlainMessages.sealed(new Sealer(keys, SENDER, 1), PlainMessages.payload(7, 1));
        byte[] forged = sealed.clone();
        forged[forged.length - 1] ^= 1;
        for (int i = 0; i < 3; i++) {
            assertThat(open(other, forged)).isEqualTo(Refusal.FORGED);
            assertThat(open(other, sealed)).isNull();
            assertThat(open(other, sealed)).isNull();
        }
    }

    @Test
    void strangersDoNotPushOutTheKeysOfOthers() {
        DerivedKeys keys = new DerivedKeys(1, 1);
        keys.add(new DerivedKeys.Derived(key, SENDER, TYPE));
        for (int i = 1; i < 8; i++) {
            keys.add(new DerivedKeys.Derived(key, SENDER + i, TYPE));
        }
        assertThat(keys.get(key.id(), SENDER, TYPE)).isNotNull();
        keys.add(new DerivedKeys.Derived(key, SENDER + 8, TYPE));
        assertThat(keys.get(key.id(), SENDER + 1, TYPE)).isNull();
        assertThat(keys.get(key.id(), SENDER, TYPE)).isNotNull();
        assertThat(keys.get(key.id() + 1, SENDER, TYPE)).isNull();
        assertThat(keys.get(key.id(), SENDER, TYPE + 1)).isNull();
    }

    /** What claims a kind or a fragment that its body is not, though it has the key. */
    @Test
    void refusesWhatContradictsItself() {
        byte[] payload = PlainMessages.payload(7, 1);
        assertThat(open(opener, sealedAs(payload, CounterKind.DATA, 0, 0))).isNull();
        assertThat(open(opener, sealedAs(payload, CounterKind.CONTROL, 0, 0))).isEqualTo(Refusal.MALFORMED);
        assertThat(open(opener, sealedAs(payload, CounterKind.COPY, 0, 0))).isEqualTo(Refusal.MALFORMED);
        assertThat(open(opener, sealedAs(payload, CounterKind.DATA, 0, 1))).isEqualTo(Refusal.MALFORMED);
        assertThat(open(opener, sealedAs(payload, CounterKind.DATA, 1, 0))).isEqualTo(Refusal.MALFORMED);
        byte[] reply = PlainMessages.message(SealedLayout.REPLY, 0, TYPE, 7, 1);
        assertThat(open(opener, sealedAs(reply, CounterKind.CONTROL, 0, 0))).isEqualTo(Refusal.MALFORMED);
        byte[] fragment = PlainMessages.fragment(7, SealedLayout.PAYLOAD, 0, 1, 3, new byte[8]);
        assertThat(open(opener, sealedAs(fragment, CounterKind.DATA, 1, 3))).isNull();
        assertThat(open(opener, sealedAs(fragment, CounterKind.DATA, 2, 3))).isEqualTo(Refusal.MALFORMED);
        assertThat(open(opener, sealedAs(fragment, CounterKind.DATA, 1, 4))).isEqualTo(Refusal.MALFORMED);
        assertThat(open(opener, sealedAs(fragment, CounterKind.DATA, 0, 0))).isEqualTo(Refusal.MALFORMED);
        assertThat(open(opener, sealedAs(fragment, CounterKind.REPLY, 1, 3))).isEqualTo(Refusal.MALFORMED);
        byte[] nested = sealed(payload);
        assertThat(open(opener, sealedAs(nested, CounterKind.CONTROL, 0, 0))).isEqualTo(Refusal.MALFORMED);
        byte[] foreign = PlainMessages.payload(7, 1);
        foreign[SealedLayout.HEADER] ^= 1;
        assertThat(open(opener, sealedAs(foreign, CounterKind.DATA, 0, 0))).isEqualTo(Refusal.MALFORMED);
    }

    private byte[] sealedAs(byte[] message, CounterKind kind, int index, int count) {
        byte[] inner = new byte[message.length - SealedLayout.INNER];
        System.arraycopy(
                message,
                SealedLayout.BODY,
                inner,
                SealedLayout.INNER_CONTENT - Long.BYTES,
                message.length - SealedLayout.BODY);
        Framing.write(inner, 0, inner.length);
        WireWriter.int64(inner, SealedLayout.ROOT, SealedLayout.INNER_ROOT_POINTER);
        long word0 = (long) SealedLayout.LONG.get(message, SealedLayout.HEADER);
        WireWriter.int64(inner, SealedLayout.HEADER, word0);
        return sealedAs(message, inner, kind, index, count);
    }

    /** A message, sealed by hand. */
    private byte[] sealedAs(byte[] message, byte[] inner, CounterKind kind, int index, int count) {
        byte[] sealed = new byte[SealedLayout.CIPHERTEXT + inner.length + SealedLayout.TAG_BYTES];
        System.arraycopy(message, 0, sealed, 0, SealedLayout.BODY);
        Framing.write(sealed, 0, sealed.length);
        sealed[SealedLayout.HEADER] = 0x44;
        sealed[SealedLayout.HEADER + 6] = SealedLayout.SEALED;
        WireWriter.struct(sealed, SealedLayout.BODY, SealedLayout.CONTENT, 2, 1, sealed.length);
        WireWriter.int64(sealed, SealedLayout.CONTENT, Integer.toUnsignedLong(key.id()) | (long) kind.number << 32);
        WireWriter.int64(sealed, SealedLayout.CONTENT + 8, index | (long) count << 32);
        WireWriter.list(
                sealed,
                SealedLayout.CONTENT + 16,
                SealedLayout.CIPHERTEXT,
                ElementSize.BYTE,
                sealed.length - SealedLayout.CIPHERTEXT,
                sealed.length);
        byte[] nonce = new byte[Nonce.BYTES];
        Nonce.write(nonce, kind, index, (long) SealedLayout.LONG.get(message, SealedLayout.HEADER + 32));
        SecretKey derived = key.derive(SENDER, (long) SealedLayout.LONG.get(message, SealedLayout.HEADER + 16));
        Aead cipher = new Aead(key.algorithm());
        cipher.seal(derived, nonce);
        cipher.authenticate(sealed, SealedLayout.HEADER, SealedLayout.HEADER_BYTES);
        cipher.authenticate(sealed, SealedLayout.CONTENT, SealedLayout.SEALED_BYTES);
        cipher.finish(inner, 0, inner.length, sealed, SealedLayout.CIPHERTEXT);
        return sealed;
    }

    /** Libraries write the whole of a root, and may lay out a message in any way. */
    @Test
    void readsWhatOthersHaveLaidOutInAnotherWay() {
        byte[] message = PlainMessages.batch(7, 1, 2);
        assertThat(open(opener, sealedAs(message, message, CounterKind.DATA, 0, 0)))
                .isNull();
        assertThat(opener.plain()[SealedLayout.HEADER + 6]).isEqualTo((byte) SealedLayout.BATCH);
        byte[] rebuilt = opened(opener);
        // The list comes first now, and leads to the same.
        assertThat(rebuilt).hasSize(message.length);
        assertThat(Arrays.copyOf(rebuilt, SealedLayout.BODY)).isEqualTo(Arrays.copyOf(message, SealedLayout.BODY));
        byte[] payload = PlainMessages.payload(7, 1, 2, 3);
        assertThat(open(opener, sealedAs(payload, payload, CounterKind.DATA, 0, 0)))
                .isNull();
        assertThat(opened(opener)).isEqualTo(payload);
        byte[] nothing = new byte[24];
        assertThat(open(opener, sealedAs(payload, nothing, CounterKind.DATA, 0, 0)))
                .isEqualTo(Refusal.MALFORMED);
        byte[] garbage = PlainMessages.random(3, 800);
        assertThat(open(opener, sealedAs(payload, garbage, CounterKind.DATA, 0, 0)))
                .isEqualTo(Refusal.MALFORMED);
    }
}
