package org.domaintypesystem.seal;

import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.Framing;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.keys.GroupKey;
import org.domaintypesystem.keys.KeyRing;
import org.domaintypesystem.seal.DerivedKeys.Derived;
import org.jspecify.annotations.Nullable;

/**
 * Opens sealed messages, that nobody vouches for. First it shows what one says of itself, so that copies of what has come
 * need not be opened; what was shown is to be believed once it has been opened. For one thread at a time.
 *
 * <pre>{@code
 * Refusal refused = opener.show(bytes, start, end);
 * if (refused == null && isNew(opener.kind(), opener.sequence(), opener.fragmentIndex())) {
 *     refused = opener.open();
 *     …  // if it is null: opener.plain(), opener.length()
 * }
 * }</pre>
 */
public final class Opener {
    private static final int PLACES = 2048;
    private static final int WORD_0_LOW = 0x00FF_FFFF;
    private static final int MAGIC_AND_VERSION = SealedLayout.MAGIC | SealedLayout.VERSION << 16;

    private final KeyRing ring;
    private final DerivedKeys derived;
    private final Ciphers ciphers = new Ciphers();
    private final WireReader reader = new WireReader();
    private final byte[] nonce = new byte[Nonce.BYTES];
    private byte[] plain = new byte[1 << 11];
    private int plainLength;

    private byte[] message = {};
    private int header;
    private int headerBytes;
    private int sealed;
    private int ciphertext;
    private int ciphertextLength;
    private int keyId;
    private CounterKind kind = CounterKind.DATA;
    private int fragmentIndex;
    private int fragmentCount;
    private long word0;
    private long sender;
    private long typeId;
    private long schemaId;
    private long sequence;
    private long timestamp;

    /**
     * @param seed random
     */
    public Opener(KeyRing ring, long seed) {
        this.ring = ring;
        this.derived = new DerivedKeys(PLACES, seed);
    }

    /**
     * Shows a sealed message.
     *
     * @param bytes holds it; not changed until it has been opened
     * @param start index of its segment
     * @param end index behind that
     * @return null if it can be one; otherwise why it is dropped
     */
    public @Nullable Refusal show(byte[] bytes, int start, int end) {
        message = bytes;
        try {
            reader.segment(bytes, start, end);
            long root = end - start < Long.BYTES ? WireReader.ABSENT : reader.structAt(start);
            long body = reader.struct(root, 0);
            long text = reader.list(body, 0, ElementSize.BYTE);
            if (WireReader.dataBytes(body) < SealedLayout.SEALED_BYTES || reader.count(text) % Long.BYTES != 0) {
                return Refusal.MALFORMED;
            }
            readHeader(root);
            readSealed(body);
            ciphertext = WireReader.at(text);
            ciphertextLength = reader.count(text);
        } catch (DecodeException e) {
            return Refusal.MALFORMED;
        }
        boolean isWhole = fragmentCount == 0;
        boolean isWithinBounds = ciphertextLength >= SealedLayout.INNER_CONTENT + SealedLayout.TAG_BYTES
                && Nonce.fits(sequence, fragmentIndex)
                && (isWhole ? fragmentIndex == 0 : fragmentIndex < fragmentCount);
        return isWithinBounds ? null : Refusal.MALFORMED;
    }

    private void readHeader(long root) {
        header = WireReader.at(root);
        headerBytes = WireReader.dataBytes(root);
        word0 = reader.int64(root, 0);
        sender = reader.int64(root, SealedLayout.SENDER);
        typeId = reader.int64(root, SealedLayout.TYPE_ID);
        schemaId = reader.int64(root, SealedLayout.SCHEMA_ID);
        sequence = reader.int64(root, SealedLayout.SEQUENCE);
        timestamp = reader.int64(root, SealedLayout.TIMESTAMP);
    }

    private void readSealed(long body) {
        sealed = WireReader.at(body);
        keyId = reader.int32(body, SealedLayout.KEY_ID);
        fragmentIndex = reader.int32(body, SealedLayout.FRAGMENT_INDEX);
        fragmentCount = reader.int32(body, SealedLayout.FRAGMENT_COUNT);
        CounterKind named = CounterKind.of(reader.uint16(body, SealedLayout.COUNTER));
        if (named == null) {
            throw new DecodeException("an unknown kind of counter");
        }
        kind = named;
    }

    /** Which key it names. */
    public int keyId() {
        return keyId;
    }

    public CounterKind kind() {
        return kind;
    }

    public long sender() {
        return sender;
    }

    public long typeId() {
        return typeId;
    }

    public long sequence() {
        return sequence;
    }

    /** When it was sent, by the sender's clock, in nanoseconds since the epoch. */
    public long timestamp() {
        return timestamp;
    }

    /** Of a fragment: which one; 0 otherwise. */
    public int fragmentIndex() {
        return fragmentIndex;
    }

    /** Of a fragment: how many there are; 0 otherwise. */
    public int fragmentCount() {
        return fragmentCount;
    }

    /**
     * Opens the message that is shown.
     *
     * @return null if it is in {@link #plain}; otherwise why it is dropped
     */
    public @Nullable Refusal open() {
        Derived known = derived.get(keyId, sender, typeId);
        Derived key = known;
        if (key == null) {
            GroupKey from = ring.opening(typeId, keyId);
            if (from == null) {
                return Refusal.OTHER_KEY;
            }
            key = new Derived(from, sender, typeId);
        }
        if (!decrypt(key)) {
            return Refusal.FORGED;
        }
        if (known == null) {
            // Not before: strangers shall not push out the keys of those who are known.
            derived.add(key);
        }
        try {
            return readInner();
        } catch (DecodeException e) {
            return Refusal.MALFORMED;
        }
    }

    private boolean decrypt(Derived key) {
        int length = ciphertextLength - SealedLayout.TAG_BYTES;
        plainLength = SealedLayout.INNER + length;
        if (plain.length < plainLength) {
            plain = new byte[plainLength];
        }
        Nonce.write(nonce, kind, fragmentIndex, sequence);
        Aead cipher = ciphers.of(key.from);
        cipher.open(key.key, nonce);
        cipher.authenticate(message, header, headerBytes);
        cipher.authenticate(message, sealed, SealedLayout.SEALED_BYTES);
        return cipher.finish(message, ciphertext, ciphertextLength, plain, SealedLayout.INNER);
    }

    /** Makes the message that was sealed a plain one, with the header that it came with. */
    private @Nullable Refusal readInner() {
        int inner = SealedLayout.INNER;
        int length = plainLength - inner;
        boolean isUsual = word(inner) == (long) (length - Framing.BYTES) >>> 3 << 32
                && word(inner + Framing.BYTES) == SealedLayout.INNER_ROOT_POINTER;
        int tag = isUsual ? tag(word(inner + SealedLayout.HEADER)) : rebuild(inner, length);
        if (tag < 0 || tag == SealedLayout.SEALED) {
            return Refusal.MALFORMED;
        }
        Framing.write(plain, 0, plainLength);
        WireWriter.int64(plain, SealedLayout.ROOT, SealedLayout.ROOT_POINTER);
        WireWriter.int64(plain, SealedLayout.HEADER, (word0 & 0xFFFF_FFFF_FFFFL) | (long) tag << 48);
        WireWriter.int64(plain, SealedLayout.HEADER + SealedLayout.SENDER, sender);
        WireWriter.int64(plain, SealedLayout.HEADER + SealedLayout.TYPE_ID, typeId);
        WireWriter.int64(plain, SealedLayout.HEADER + SealedLayout.SCHEMA_ID, schemaId);
        WireWriter.int64(plain, SealedLayout.HEADER + SealedLayout.SEQUENCE, sequence);
        WireWriter.int64(plain, SealedLayout.HEADER + SealedLayout.TIMESTAMP, timestamp);
        return isWhatItSays(tag) ? null : Refusal.MALFORMED;
    }

    /** Whether kind and fragment, which the nonce was made of, are those of the body. */
    private boolean isWhatItSays(int tag) {
        int flags = (int) (word0 >>> 32) & 0xFFFF;
        if (tag != SealedLayout.FRAGMENT) {
            return fragmentCount == 0 && kind == CounterKind.of(tag, flags);
        }
        reader.segment(plain, SealedLayout.ROOT, plainLength);
        long fragment = reader.struct(reader.structAt(SealedLayout.ROOT), 0);
        return fragmentCount != 0
                && reader.int32(fragment, SealedLayout.INDEX) == fragmentIndex
                && reader.int32(fragment, SealedLayout.COUNT) == fragmentCount
                && kind == CounterKind.of(reader.uint16(fragment, SealedLayout.OF_BODY), flags);
    }

    /** The union tag of a message, or a negative number if it is not of this protocol. */
    private static int tag(long firstWord) {
        return (firstWord & WORD_0_LOW) == MAGIC_AND_VERSION ? (int) (firstWord >>> 48) : -1;
    }

    /** Has a body that others have laid out in another way lie where it is expected. */
    private int rebuild(int inner, int length) {
        long root = reader.message(plain, inner, length);
        byte[] body = reader.extract(root, 0);
        int tag = tag(reader.int64(root, 0));
        plainLength = SealedLayout.BODY - Framing.BYTES + body.length;
        if (plain.length < plainLength) {
            plain = new byte[plainLength];
        }
        System.arraycopy(body, Framing.BYTES, plain, SealedLayout.BODY, body.length - Framing.BYTES);
        return tag;
    }

    private long word(int at) {
        return (long) SealedLayout.LONG.get(plain, at);
    }

    /** The union tag of the message that was opened: which body it has. */
    public int tag() {
        return (int) (word(SealedLayout.HEADER) >>> 48);
    }

    /** The message that was opened, in its usual form, from index 0 on; until another is opened. */
    public byte[] plain() {
        return plain;
    }

    /** Its size in bytes. */
    public int length() {
        return plainLength;
    }
}
