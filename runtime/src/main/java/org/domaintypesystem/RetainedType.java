package org.domaintypesystem;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.Keyed;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.engine.MessageLayout;
import org.domaintypesystem.engine.RetainedMessage;
import org.domaintypesystem.engine.RetainedMessages;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of a message among the latest ones of its type that are kept: one for each key. Subjects are remembered by a
 * value that was read from the message's bytes, since nobody else can change that. For any thread; no lock is held while the
 * key of the user is asked.
 */
final class RetainedType<T> {
    private static final int BUCKETS = 1 << 14;

    private record Subject<T>(
            T example,
            int hash,
            RetainedMessage place,
            @Nullable Subject<T> next) {}

    final RetainedMessages messages = new RetainedMessages();
    private final Codec<T> codec;
    private final @Nullable Keyed<T> keys;
    private final AtomicReferenceArray<@Nullable Subject<T>> buckets;
    private final AtomicInteger count = new AtomicInteger();
    private final Runnable whenFull;
    private volatile boolean isFull;

    /**
     * @param whenFull called once, when a further subject finds no room
     */
    @SuppressWarnings("unchecked")
    RetainedType(Codec<T> codec, Runnable whenFull) {
        this.codec = codec;
        this.keys = codec instanceof Keyed ? (Keyed<T>) codec : null;
        this.whenFull = whenFull;
        this.buckets = new AtomicReferenceArray<>(keys == null ? 1 : BUCKETS);
    }

    /** Whether values are those of a codec, so that {@link #place(Object, byte[], int)} can be asked. */
    boolean isOf(Codec<?> other) {
        return codec.equals(other);
    }

    /**
     * Where a message is kept; null if there is no room for it.
     *
     * @param bytes in which it has been written, up to {@code end}
     */
    @Nullable
    RetainedMessage place(byte[] bytes, int end) {
        return keys == null ? placeWithoutKey(bytes, end) : place(read(bytes, end), bytes, end);
    }

    /** As above, of a message that is at hand as an object, too. Allocates nothing if its subject is known. */
    @Nullable
    RetainedMessage place(T value, byte[] bytes, int end) {
        Keyed<T> key = keys;
        if (key == null) {
            return placeWithoutKey(bytes, end);
        }
        int hash = key.keyHash(value);
        int bucket = bucket(hash);
        Subject<T> head = buckets.get(bucket);
        Subject<T> found = find(key, head, null, value, hash);
        return found == null ? add(key, bucket, head, value, hash, bytes, end) : found.place();
    }

    /** Among the subjects of a bucket, those excepted that are from one on. */
    @SuppressWarnings("ReferenceEquality") // it is about places in a chain
    private static <T> @Nullable Subject<T> find(
            Keyed<T> key, @Nullable Subject<T> from, @Nullable Subject<T> until, T value, int hash) {
        for (Subject<T> each = from; each != until && each != null; each = each.next()) {
            if (each.hash() == hash && key.sameKey(each.example(), value)) {
                return each;
            }
        }
        return null;
    }

    private @Nullable RetainedMessage placeWithoutKey(byte[] bytes, int end) {
        Subject<T> only = buckets.get(0);
        if (only == null) {
            Subject<T> first = new Subject<>(read(bytes, end), 0, messages.place(), null);
            if (buckets.compareAndSet(0, null, first)) {
                messages.add(first.place());
                return first.place();
            }
            only = buckets.get(0);
        }
        return only == null ? null : only.place();
    }

    private @Nullable RetainedMessage add(
            Keyed<T> key, int bucket, @Nullable Subject<T> seen, T value, int hash, byte[] bytes, int end) {
        if (count.incrementAndGet() > RetainedMessages.MAX_SUBJECTS) {
            count.decrementAndGet();
            messages.countNotKept();
            full();
            return null;
        }
        T example = read(bytes, end);
        RetainedMessage place = messages.place();
        Subject<T> head = seen;
        while (!buckets.compareAndSet(bucket, head, new Subject<>(example, hash, place, head))) {
            Subject<T> now = buckets.get(bucket);
            Subject<T> found = find(key, now, head, value, hash);
            if (found != null) {
                count.decrementAndGet();
                return found.place();
            }
            head = now;
        }
        messages.add(place);
        return place;
    }

    private void full() {
        if (!isFull) {
            isFull = true;
            whenFull.run();
        }
    }

    private T read(byte[] bytes, int end) {
        WireReader in = new WireReader().segment(bytes, MessageLayout.ROOT, end);
        return codec.read(in, in.structAt(MessageLayout.BODY));
    }

    private static int bucket(int hash) {
        int mixed = hash * 0x9e3779b9;
        return (mixed ^ mixed >>> 16) & BUCKETS - 1;
    }
}
