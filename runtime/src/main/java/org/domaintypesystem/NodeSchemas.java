package org.domaintypesystem;

import java.net.SocketAddress;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.ControlOutput;
import org.domaintypesystem.engine.Counters;
import org.domaintypesystem.engine.InboundMessage;
import org.domaintypesystem.engine.Readability;
import org.domaintypesystem.engine.SchemaEvents;
import org.domaintypesystem.engine.SchemaExchange;
import org.domaintypesystem.engine.Shapes;
import org.domaintypesystem.nodes.ReceivedSchema;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.compatibility.VersionDifference;
import org.domaintypesystem.spi.Environment;
import org.jspecify.annotations.Nullable;

/**
 * The versions of types that are met on the network: has their schemas asked for, compares them with this node's, and says
 * once what differs. For the receiving thread, unless a method says otherwise.
 */
final class NodeSchemas implements SchemaEvents, Shapes {
    /**
     * Until a schema that nobody has given is asked for again, while its messages are read as they are; twice as long each time
     * after that.
     */
    private static final long ASK_AGAIN_NANOS = 1_000_000_000L;

    private static final int MAX_ASKED_AGAIN = 12;

    private static final long LONGEST_PAUSE_NANOS = 60_000_000_000L;

    /** How many versions that nobody could explain are remembered, and how many that were explained. */
    private static final int MAX_UNEXPLAINED = 1024;

    private static final int MAX_EXPLAINED = 4096;

    /** A version that has so much more than twice of what this node's has is not compared: that would take long. */
    private static final int MOST_MORE = 256;

    private static final VersionDifference NOTHING_KNOWN = new VersionDifference(true, false, List.of());

    /** What those who receive messages know, and are told. */
    interface Messages {
        /** The type as it is listened to; null if nobody was compiled with it. */
        @Nullable
        TypeDescriptor listenedTo(long typeId);

        /** Messages of a shape that have waited go on. */
        void resolved(long typeId, long schemaId, Readability readability);
    }

    private record Version(long typeId, long schemaId) {}

    /** What was found out about a version, when it was compared with this node's of that schema id. */
    private record Explained(Mismatch.Kind kind, long ownSchemaId) {}

    private record Announced(Version version, SocketAddress source) {}

    private static final class Unexplained {
        final long sender;
        final SocketAddress source;
        long askDue;
        int asked;

        Unexplained(long sender, SocketAddress source) {
            this.sender = sender;
            this.source = source;
        }
    }

    private final Environment environment;
    private final NodePresence presence;
    private final Messages messages;
    private final NodeLog log;
    private final NodeEventQueue queue;
    private final SchemaExchange exchange;
    private final List<MismatchListener> listeners = new CopyOnWriteArrayList<>();

    /** Those whose messages wait, and those that go on without an explanation. */
    private final Map<Version, Unexplained> awaited = new LinkedHashMap<>();

    private final Map<Version, Unexplained> unexplained = new LinkedHashMap<>();
    private final Map<Version, Explained> explained = new LinkedHashMap<>();

    /** What others have announced, put in by any thread. */
    private final BlockingQueue<Announced> announced = new ArrayBlockingQueue<>(MAX_EXPLAINED);

    /** Found out while a datagram was read, to be done behind it. */
    private final Queue<Runnable> found = new ArrayDeque<>();

    private boolean stirred;

    /**
     * @param output where questions and answers go
     * @param queue has listeners called
     */
    NodeSchemas(
            Environment environment,
            long sender,
            NodePresence presence,
            Messages messages,
            ControlOutput output,
            Counters counters,
            NodeLog log,
            NodeEventQueue queue) {
        this.environment = environment;
        this.presence = presence;
        this.messages = messages;
        this.log = log;
        this.queue = queue;
        this.exchange = new SchemaExchange(sender, this::local, this, output, counters, environment.random());
    }

    /** Tells a listener of versions that are met from now on. For any thread. */
    PeerSubscription listen(MismatchListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** The schema of a version: this node's own, or one that another has told. */
    @Nullable
    Schema schema(long typeId, long schemaId) {
        Schema own = local(typeId, schemaId);
        if (own != null) {
            return own;
        }
        ReceivedSchema received = exchange.known(typeId, schemaId);
        return received == null ? null : received.schema();
    }

    private @Nullable Schema local(long typeId, long schemaId) {
        TypeDescriptor type = presence.localType(typeId);
        return type == null || type.schemaId() != schemaId ? null : schemaOf(type);
    }

    private @Nullable Schema schemaOf(TypeDescriptor type) {
        try {
            return type.schema();
        } catch (RuntimeException e) {
            log.noSchema(type.name(), e);
            return null;
        }
    }

    /** Has the schema of a version be asked for at the next {@link #tick}, before a message of it comes. For any thread. */
    void announced(long typeId, long schemaId, SocketAddress source) {
        boolean isIn = announced.offer(new Announced(new Version(typeId, schemaId), source));
        if (!isIn) {
            log.debug(() -> "asks for schemas when messages come: more are announced than it asks for at once");
        }
    }

    private void askForAnnounced(long now) {
        for (Announced each = announced.poll(); each != null; each = announced.poll()) {
            Version version = each.version();
            if (schema(version.typeId(), version.schemaId()) == null) {
                exchange.want(version.typeId(), version.schemaId(), each.source(), now);
            }
        }
    }

    /** Whether a large message is worth putting together: a schema that is waited for, or about to be given. */
    boolean wants(int body, long typeId, long schemaId) {
        return body == InboundMessage.SCHEMA && exchange.wants(typeId, schemaId);
    }

    /**
     * A schema, or a request for one.
     *
     * @throws org.domaintypesystem.codec.DecodeException if it is not what it says
     */
    void message(InboundMessage message) {
        exchange.message(message, environment.nanoTime());
        stirred = true;
    }

    @Override
    public Readability judge(long typeId, long schemaId, long sender, SocketAddress source) {
        Schema theirs = schema(typeId, schemaId);
        Version version = new Version(typeId, schemaId);
        if (theirs != null) {
            return compared(version, theirs, sender);
        }
        if (awaited.containsKey(version)) {
            return Readability.AWAITED;
        }
        if (unexplained.containsKey(version)) {
            return Readability.READABLE;
        }
        Unexplained asked = new Unexplained(sender, source);
        if (exchange.want(typeId, schemaId, source, environment.nanoTime())) {
            awaited.put(version, asked);
            stirred = true;
            return Readability.AWAITED;
        }
        unexplained(version, asked);
        return Readability.READABLE;
    }

    @Override
    public void known(long typeId, long schemaId, ReceivedSchema schema) {
        Version version = new Version(typeId, schemaId);
        Unexplained waiting = awaited.remove(version);
        Unexplained late = unexplained.remove(version);
        Unexplained who = waiting == null ? late : waiting;
        if (who != null) {
            resolved(version, compared(version, schema.schema(), who.sender));
        }
    }

    @Override
    public void unknown(long typeId, long schemaId) {
        Version version = new Version(typeId, schemaId);
        Unexplained waiting = awaited.remove(version);
        if (waiting != null) {
            unexplained(version, waiting);
            resolved(version, Readability.READABLE);
        }
    }

    @Override
    public void refused(long typeId, long schemaId, long sender, String why) {
        log.refusedSchema(typeId, schemaId, sender, why);
    }

    private void resolved(Version version, Readability readability) {
        found.add(() -> messages.resolved(version.typeId(), version.schemaId(), readability));
    }

    private void unexplained(Version version, Unexplained who) {
        if (unexplained.size() == MAX_UNEXPLAINED) {
            unexplained.remove(unexplained.keySet().iterator().next());
        }
        who.askDue = environment.nanoTime() + ASK_AGAIN_NANOS;
        unexplained.put(version, who);
        TypeDescriptor ours = messages.listenedTo(version.typeId());
        if (ours != null) {
            explain(version, Mismatch.Kind.UNKNOWN, ours, who.sender, NOTHING_KNOWN);
        }
    }

    /** Whether what is listened to can read a version. Any can be that was met by somebody who listens to whatever there is. */
    private Readability compared(Version version, Schema theirs, long sender) {
        TypeDescriptor ours = messages.listenedTo(version.typeId());
        Schema own = ours == null || ours.schemaId() == version.schemaId() ? null : schemaOf(ours);
        if (ours == null || own == null) {
            return Readability.READABLE;
        }
        Explained before = explained.get(version);
        if (before != null && before.kind() != Mismatch.Kind.UNKNOWN && before.ownSchemaId() == ours.schemaId()) {
            return readability(before.kind());
        }
        if (size(theirs) > 2 * size(own) + MOST_MORE) {
            explain(version, Mismatch.Kind.UNKNOWN, ours, sender, NOTHING_KNOWN);
            return Readability.READABLE;
        }
        VersionDifference difference = VersionDifference.between(theirs, own);
        Mismatch.Kind kind = difference.isReadable() ? Mismatch.Kind.COMPATIBLE : Mismatch.Kind.INCOMPATIBLE;
        explain(version, kind, ours, sender, difference);
        return readability(kind);
    }

    private static Readability readability(Mismatch.Kind kind) {
        return kind == Mismatch.Kind.INCOMPATIBLE ? Readability.INCOMPATIBLE : Readability.READABLE;
    }

    /** How many declarations, fields and constants there are to compare. */
    private static int size(Schema schema) {
        int size = 0;
        for (Node node : schema.nodes()) {
            size += 1
                    + (node instanceof Node.StructNode struct
                            ? struct.fields().size()
                            : ((Node.EnumNode) node).enumerants().size());
        }
        return size;
    }

    private void explain(
            Version version, Mismatch.Kind kind, TypeDescriptor ours, long sender, VersionDifference difference) {
        Explained before = explained.put(version, new Explained(kind, ours.schemaId()));
        if (before != null && before.kind() == kind) {
            return;
        }
        if (explained.size() > MAX_EXPLAINED) {
            explained.remove(explained.keySet().iterator().next());
        }
        Mismatch mismatch = new Mismatch(
                ours.name(),
                version.typeId(),
                version.schemaId(),
                sender,
                kind,
                difference.isWrittenNewer(),
                difference.changes());
        log.mismatch(mismatch);
        for (MismatchListener listener : listeners) {
            queue.put(1 + mismatch.changes().size(), () -> listener.onMismatch(mismatch));
        }
    }

    /** Does what a datagram has made due. Whether the next {@link #tick} may be due earlier than the last one said. */
    boolean afterDatagram() {
        if (stirred) {
            tick();
            return true;
        }
        return false;
    }

    /** Does what is due; in how many nanoseconds to call again. */
    long tick() {
        stirred = false;
        long now = environment.nanoTime();
        askForAnnounced(now);
        long next = askAgain(now);
        long due = exchange.tick(now, environment.epochNanos());
        for (Runnable each = found.poll(); each != null; each = found.poll()) {
            each.run();
        }
        return Math.max(1, Math.min(next, due) - now);
    }

    private long askAgain(long now) {
        long next = now + LONGEST_PAUSE_NANOS;
        for (Map.Entry<Version, Unexplained> entry : unexplained.entrySet()) {
            Unexplained each = entry.getValue();
            if (each.asked == MAX_ASKED_AGAIN) {
                continue;
            }
            if (each.askDue - now <= 0) {
                exchange.want(entry.getKey().typeId(), entry.getKey().schemaId(), each.source, now);
                each.asked++;
                each.askDue = now + (ASK_AGAIN_NANOS << each.asked);
            }
            next = Math.min(next, each.askDue);
        }
        return next;
    }
}
