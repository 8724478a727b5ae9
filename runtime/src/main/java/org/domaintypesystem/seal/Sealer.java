package org.domaintypesystem.seal;

import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.seal.DerivedKeys.Derived;

/**
 * Seals the messages of one node. For one thread at a time.
 *
 * <p>No two texts may be sealed with one nonce, so messages have to come in the order of their numbers: those of a type, and
 * those of the other {@linkplain CounterKind kinds}, each with a number that was not sealed before, fragments with growing
 * indexes. Whatever does not is refused. A number is used up when its message has been sealed, whether or not it then leaves.
 * Copies of last values come as often as somebody likes, each time the same.
 */
public final class Sealer {
    /** How many bytes a message gets longer. */
    public static final int OVERHEAD =
            SealedLayout.CIPHERTEXT + SealedLayout.INNER_CONTENT + SealedLayout.TAG_BYTES - SealedLayout.CONTENT;

    private static final int PLACES = 512;
    private static final int SEALED_WORDS = SealedLayout.SEALED_BYTES / Long.BYTES;

    private final KeyRing ring;
    private final long sender;
    private final DerivedKeys derived;
    private final Ciphers ciphers = new Ciphers();
    private final WireReader reader = new WireReader();
    private final byte[] nonce = new byte[Nonce.BYTES];
    private byte[] inner = new byte[1 << 11];

    /** The latest text of each kind that has one row of numbers. */
    private final long[] lastSequence = new long[CounterKind.values().length];

    private final int[] lastFragment = new int[CounterKind.values().length];

    /**
     * @param sender of all messages
     * @param seed random
     */
    public Sealer(KeyRing ring, long sender, long seed) {
        this.ring = ring;
        this.sender = sender;
        this.derived = new DerivedKeys(PLACES, seed);
    }

    /**
     * Seals a message.
     *
     * @param message where it lies, in its usual form and complete, its sequence included; not changed
     * @param start index of its framing
     * @param end index behind it
     * @param out gets the sealed message; another array
     * @param at where in it, with {@link #OVERHEAD} more bytes of room from there on than the message has
     * @return index behind the sealed message
     * @throws IllegalStateException if its number, or a later one, was sealed before
     * @throws IllegalArgumentException if it is not of this sender or not in that form, or its number is too large
     */
    public int seal(byte[] message, int start, int end, byte[] out, int at) {
        int header = start + SealedLayout.HEADER;
        long word0 = word(message, header);
        long typeId = word(message, header + SealedLayout.TYPE_ID);
        long sequence = word(message, header + SealedLayout.SEQUENCE);
        if (end - start < SealedLayout.CONTENT
                || word(message, start + SealedLayout.ROOT) != SealedLayout.ROOT_POINTER
                || word(message, header + SealedLayout.SENDER) != sender) {
            throw new IllegalArgumentException("not a message of this sender in its usual form");
        }
        int tag = (int) (word0 >>> 48);
        int flags = (int) (word0 >>> 32) & 0xFFFF;
        boolean isFragment = tag == SealedLayout.FRAGMENT;
        long fragment = isFragment ? fragment(message, start, end) : WireReader.ABSENT;
        int index = reader.int32(fragment, SealedLayout.INDEX);
        int count = reader.int32(fragment, SealedLayout.COUNT);
        CounterKind kind = CounterKind.of(isFragment ? reader.uint16(fragment, SealedLayout.OF_BODY) : tag, flags);
        if (!Nonce.fits(sequence, index) || tag == SealedLayout.SEALED) {
            throw new IllegalArgumentException("message %d, fragment %d, cannot be sealed".formatted(sequence, index));
        }
        Derived key = key(typeId);
        use(key, kind, sequence, index);

        int content = at + SealedLayout.CONTENT;
        int ciphertext = at + SealedLayout.CIPHERTEXT;
        int length = end - start - SealedLayout.CONTENT + SealedLayout.INNER_CONTENT;
        System.arraycopy(message, start + SealedLayout.ROOT, out, at + SealedLayout.ROOT, SealedLayout.BODY);
        int sealedTag = at + SealedLayout.HEADER;
        WireWriter.int64(out, sealedTag, (word0 & 0xFFFF_FFFF_FFFFL) | (long) SealedLayout.SEALED << 48);
        WireWriter.struct(out, at + SealedLayout.BODY, content, SEALED_WORDS, 1, out.length);
        WireWriter.int64(
                out,
                content,
                (key.from.id() & 0xFFFF_FFFFL) | (long) kind.number << (SealedLayout.COUNTER * Byte.SIZE));
        WireWriter.int64(out, content + SealedLayout.FRAGMENT_INDEX, index | (long) count << 32);
        int sealedEnd = WireWriter.list(
                out,
                content + SealedLayout.SEALED_BYTES,
                ciphertext,
                ElementSize.BYTE,
                length + SealedLayout.TAG_BYTES,
                out.length);
        Framing.write(out, at, sealedEnd);

        writeInner(message, start, word0, length);
        Nonce.write(nonce, kind, index, sequence);
        Aead cipher = ciphers.of(key.from);
        cipher.seal(key.key, nonce);
        cipher.authenticate(out, at + SealedLayout.HEADER, SealedLayout.HEADER_BYTES);
        cipher.authenticate(out, content, SealedLayout.SEALED_BYTES);
        if (!cipher.finish(inner, 0, length, out, ciphertext)) {
            throw new IllegalStateException("the cipher refuses what it is to seal");
        }
        return sealedEnd;
    }

    /** The struct of a fragment. */
    private long fragment(byte[] message, int start, int end) {
        reader.segment(message, start + SealedLayout.ROOT, end);
        return reader.struct(reader.structAt(start + SealedLayout.ROOT), 0);
    }

    /** What is encrypted: a message whose root has only the first word of the header, and the body. */
    private void writeInner(byte[] message, int start, long word0, int length) {
        if (inner.length < length) {
            inner = new byte[length];
        }
        Framing.write(inner, 0, length);
        WireWriter.int64(inner, SealedLayout.ROOT, SealedLayout.INNER_ROOT_POINTER);
        WireWriter.int64(inner, SealedLayout.HEADER, word0 & 0xFFFF_0000_00FF_FFFFL);
        int body = SealedLayout.INNER_CONTENT - Long.BYTES;
        System.arraycopy(message, start + SealedLayout.BODY, inner, body, length - body);
    }

    private Derived key(long typeId) {
        GroupKey from = ring.sealing(typeId);
        Derived key = derived.get(from.id(), sender, typeId);
        if (key == null) {
            key = new Derived(from, sender, typeId);
            derived.add(key);
        }
        return key;
    }

    /** Takes a number, or refuses it. */
    private void use(Derived key, CounterKind kind, long sequence, int index) {
        if (kind == CounterKind.COPY) {
            return;
        }
        boolean isData = kind == CounterKind.DATA;
        int row = kind.number;
        long last = isData ? key.lastSequence : lastSequence[row];
        int fragment = isData ? key.lastFragment : lastFragment[row];
        if (sequence < last || (sequence == last && index <= fragment)) {
            throw new IllegalStateException("%s %d, fragment %d, comes behind %d, fragment %d: it is not sealed twice"
                    .formatted(kind, sequence, index, last, fragment));
        }
        if (isData) {
            key.lastSequence = sequence;
            key.lastFragment = index;
        } else {
            lastSequence[row] = sequence;
            lastFragment[row] = index;
        }
    }

    private static long word(byte[] message, int at) {
        return (long) SealedLayout.LONG.get(message, at);
    }
}
