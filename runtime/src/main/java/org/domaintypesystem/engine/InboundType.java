package org.domaintypesystem.engine;

import java.util.Objects;
import org.domaintypesystem.codec.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/** A type that is listened to: what has been heard of its senders, and who takes it. */
public final class InboundType {
    /** How many senders of one type are told apart. */
    public static final int MAX_SENDERS = 4096;

    /** How many shapes are remembered; when there are more, judging them begins anew. */
    private static final int MAX_SHAPES = 1024;

    final InboundSink sink;
    final SenderTrackers senders;

    /** Whether what announcements and farewells say of its senders counts. */
    final boolean heedsPresence;

    /** Senders that mean another type by the same id; null as long as there is none. */
    private @Nullable LongMap<Boolean> ignored;

    /** How many nodes listen to it, this one included, as far as is known; and when that was found out. */
    int listeners = 1;

    long listenersKnownAt;

    private final long seed;

    /** As which the type is listened to: null if nobody was compiled with it. Set by any thread. */
    private volatile @Nullable TypeDescriptor own;

    /** What is known of other shapes, as long as the type is listened to as {@link #judgedFor}. For the receiving thread. */
    private LongMap<Readability> shapes;

    private @Nullable TypeDescriptor judgedFor;

    /**
     * @param seed a number that nobody outside can guess
     */
    public InboundType(InboundSink sink, long seed) {
        this(sink, seed, true);
    }

    /**
     * @param seed a number that nobody outside can guess
     * @param heedsPresence false: others than its senders may have announced what is announced of it
     */
    public InboundType(InboundSink sink, long seed, boolean heedsPresence) {
        this(sink, seed, MAX_SENDERS, heedsPresence);
    }

    InboundType(InboundSink sink, long seed, int maxSenders) {
        this(sink, seed, maxSenders, true);
    }

    private InboundType(InboundSink sink, long seed, int maxSenders, boolean heedsPresence) {
        this.sink = sink;
        this.heedsPresence = heedsPresence;
        this.seed = seed;
        this.senders = new SenderTrackers(maxSenders, seed);
        this.shapes = new LongMap<>(seed);
    }

    /**
     * Says what listeners were compiled with. For any thread.
     *
     * @param type null if none was
     */
    public void listenedToAs(@Nullable TypeDescriptor type) {
        own = type;
    }

    /** What listeners were compiled with; null if none was. For any thread. */
    public @Nullable TypeDescriptor listenedToAs() {
        return own;
    }

    /** Whether messages of a shape can be read; null if nobody has said. */
    @Nullable
    Readability readability(long schemaId) {
        TypeDescriptor type = own;
        if (type != null && type.schemaId() == schemaId) {
            return Readability.READABLE;
        }
        if (!Objects.equals(type, judgedFor)) {
            judgedFor = type;
            shapes = new LongMap<>(seed);
        }
        return shapes.get(schemaId);
    }

    void judged(long schemaId, Readability readability) {
        if (shapes.size() == MAX_SHAPES) {
            shapes = new LongMap<>(seed);
        }
        shapes.put(schemaId, readability);
    }

    /** Whether its publishers are known to keep what they send, for those who miss it. */
    boolean isReliable() {
        TypeDescriptor type = own;
        return type != null && type.isReliable();
    }

    /** Who takes its messages. */
    public InboundSink sink() {
        return sink;
    }

    /** Drops the messages of a sender from now on. */
    void ignore(long sender) {
        if (ignored == null) {
            ignored = new LongMap<>(seed);
        }
        if (ignored.size() < MAX_SENDERS) {
            ignored.put(sender, true);
        }
    }

    /** Takes {@link #ignore} back. */
    void heed(long sender) {
        if (ignored != null) {
            ignored.remove(sender);
        }
    }

    boolean isIgnored(long sender) {
        return ignored != null && ignored.get(sender) != null;
    }
}
