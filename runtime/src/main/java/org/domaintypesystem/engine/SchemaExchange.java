package org.domaintypesystem.engine;

import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.nodes.NodesReader;
import org.domaintypesystem.nodes.ReceivedSchema;
import org.domaintypesystem.nodes.RefusedSchemaException;
import org.domaintypesystem.nodes.SchemaLimits;
import org.domaintypesystem.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Gets schemas from other nodes, and gives them those that are known here. Times called {@code now} are nanoseconds that
 * never go back. For one thread at a time.
 *
 * <p>The node that has sent a message of the shape is asked first, by unicast; if it does not answer, all are, and any that
 * has the schema may answer. Answers go to all, so that many who need the same schema are told at once: whoever has heard an
 * answer just now does not give the same one.
 */
public final class SchemaExchange {
    private static final long MILLI = 1_000_000;

    /** How long somebody waits for a schema. */
    static final long PATIENCE = 500 * MILLI;

    /** Between the first question and the second; twice as long each time after that. */
    static final long FIRST_RETRY = 60 * MILLI;

    /** What nobody has answered is not asked again for so long, and taken if it comes late. */
    static final long RESPITE = 1_000 * MILLI;

    /** An answer is not given again for so long; and those whom nobody has asked in person wait up to this long. */
    static final long ECHO = 50 * MILLI;

    /** How many schemas are waited for at the same time. */
    static final int MAX_WANTED = 1024;

    /** How many questions wait for an answer, and how many answers and failures are remembered. */
    private static final int MAX_REMEMBERED = 4096;

    /** How many bytes of schemas are kept, as they were sent. */
    private static final long MAX_KNOWN_BYTES = 64L << 20;

    /** Bytes a second that are spent on answers. */
    private static final long ANSWER_RATE = 4L << 20;

    /** How many questions a second go to all. */
    static final int QUESTION_RATE = 128;

    /** What this node knows by itself. */
    public interface LocalSchemas {
        /** The schema of a type of this node; null if it has none of that shape. */
        @Nullable
        Schema of(long typeId, long schemaId);
    }

    private record Known(ReceivedSchema schema, int bytes) {}

    private static final class Wanted {
        SocketAddress source;
        final long lostPatience;
        long due;
        long pause = FIRST_RETRY;
        boolean asked;

        Wanted(SocketAddress source, long now) {
            this.source = source;
            this.due = now;
            this.lostPatience = now + PATIENCE;
        }
    }

    private final long self;
    private final LocalSchemas local;
    private final SchemaEvents events;
    private final SchemaMessages messages;
    private final Counters counters;
    private final SplittableRandom random;

    private final Map<Shape, Wanted> wanted = new LinkedHashMap<>();
    private final Map<Shape, Long> unanswered = new LinkedHashMap<>();
    private final Map<Shape, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private long knownBytes;

    private final Map<Shape, Long> answersDue = new LinkedHashMap<>();
    private final Map<Shape, Long> answered = new LinkedHashMap<>();
    private final ByteBudget budget = new ByteBudget(ANSWER_RATE);
    private final ByteBudget questions = new ByteBudget(QUESTION_RATE);

    /**
     * @param self the sender of this node
     * @param seed a number that nobody outside can guess
     */
    public SchemaExchange(
            long self, LocalSchemas local, SchemaEvents events, ControlOutput output, Counters counters, long seed) {
        this.self = self;
        this.local = local;
        this.events = events;
        this.messages = new SchemaMessages(self, output);
        this.counters = counters;
        this.random = new SplittableRandom(seed);
    }

    /** A schema that another node has sent; null if it is not known. */
    public @Nullable ReceivedSchema known(long typeId, long schemaId) {
        Known found = known.get(new Shape(typeId, schemaId));
        return found == null ? null : found.schema();
    }

    /** Whether a schema is of use: it is waited for, or was, or makes an answer of this node superfluous. */
    public boolean wants(long typeId, long schemaId) {
        Shape shape = new Shape(typeId, schemaId);
        return wanted.containsKey(shape) || unanswered.containsKey(shape) || answersDue.containsKey(shape);
    }

    /**
     * Asks for a schema that is not known, at the next {@link #tick}.
     *
     * @param source where a message of that shape came from
     * @return false if it is not asked for: nobody has answered not long ago, or too many are waited for
     */
    public boolean want(long typeId, long schemaId, SocketAddress source, long now) {
        Shape shape = new Shape(typeId, schemaId);
        Wanted before = wanted.get(shape);
        if (before != null) {
            before.source = source;
            return true;
        }
        if (isLate(shape, now) || wanted.size() == MAX_WANTED) {
            return false;
        }
        unanswered.remove(shape);
        wanted.put(shape, new Wanted(source, now));
        return true;
    }

    /**
     * Takes a request for a schema, or a schema.
     *
     * @throws DecodeException if it is not what it says
     */
    public void message(InboundMessage message, long now) {
        if (message.sender() == self) {
            return;
        }
        Shape shape = new Shape(message.typeId(), message.schemaId());
        if (message.tag == MessageLayout.SCHEMA_REQUEST) {
            requested(shape, SchemaMessages.asksAnyone(message), now);
        } else if (wants(shape.typeId(), shape.schemaId())) {
            // Also if it is known: whoever gives a wrong one must not keep others from giving the right one.
            ReceivedSchema schema = read(shape, message);
            if (schema != null) {
                remember(answered, shape, now);
                answersDue.remove(shape);
                received(shape, schema, message.size());
            }
        }
    }

    /** Whether nobody has answered in time, not long ago. */
    private boolean isLate(Shape shape, long now) {
        Long respite = unanswered.get(shape);
        return respite != null && respite - now > 0;
    }

    private void requested(Shape shape, boolean anyone, long now) {
        Long last = answered.get(shape);
        boolean isAnswered = last != null && now - last < ECHO;
        if (isAnswered || answersDue.size() == MAX_REMEMBERED || schemaOf(shape) == null) {
            return;
        }
        long due = anyone ? now + random.nextLong(ECHO) : now;
        answersDue.merge(shape, due, (one, other) -> one - other < 0 ? one : other);
    }

    private @Nullable Schema schemaOf(Shape shape) {
        Schema own = local.of(shape.typeId(), shape.schemaId());
        if (own != null) {
            return own;
        }
        Known received = known.get(shape);
        return received == null ? null : received.schema().schema();
    }

    /** What an answer says; null if it is not what it should be. */
    private @Nullable ReceivedSchema read(Shape shape, InboundMessage message) {
        if (message.size() > SchemaLimits.MAX_BYTES) {
            return refused(shape, message, "a message of " + message.size() + " bytes");
        }
        try {
            return NodesReader.read(message.reader(), message.payload(), shape.typeId(), shape.schemaId());
        } catch (RefusedSchemaException e) {
            return refused(shape, message, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable ReceivedSchema refused(Shape shape, InboundMessage message, String why) {
        counters.increment(Counter.SCHEMAS_REFUSED);
        events.refused(shape.typeId(), shape.schemaId(), message.sender(), why);
        return null;
    }

    private void received(Shape shape, ReceivedSchema schema, int bytes) {
        boolean isLate = unanswered.remove(shape) != null;
        if (wanted.remove(shape) != null || isLate) {
            keep(shape, new Known(schema, bytes));
            events.known(shape.typeId(), shape.schemaId(), schema);
        }
    }

    private void keep(Shape shape, Known schema) {
        known.put(shape, schema);
        knownBytes += schema.bytes();
        Iterator<Known> longestUnused = known.values().iterator();
        while (knownBytes > MAX_KNOWN_BYTES) {
            knownBytes -= longestUnused.next().bytes();
            longestUnused.remove();
        }
    }

    /**
     * Does what is due.
     *
     * @return when to call again
     */
    public long tick(long now, long epochNanos) {
        ask(now, epochNanos);
        answer(now, epochNanos);
        return nextTick(now);
    }

    private void ask(long now, long epochNanos) {
        List<Shape> lost = new ArrayList<>();
        wanted.forEach((shape, want) -> {
            if (want.lostPatience - now <= 0) {
                lost.add(shape);
            } else if (want.due - now <= 0) {
                if (!want.asked) {
                    messages.request(shape.typeId(), shape.schemaId(), epochNanos, want.source);
                } else if (questions.hasLeft(now)) {
                    messages.request(shape.typeId(), shape.schemaId(), epochNanos, null);
                    questions.spend(1);
                }
                want.asked = true;
                want.due = now + want.pause;
                want.pause *= 2;
            }
        });
        for (Shape shape : lost) {
            wanted.remove(shape);
            remember(unanswered, shape, now + RESPITE);
            events.unknown(shape.typeId(), shape.schemaId());
        }
    }

    private void answer(long now, long epochNanos) {
        answersDue.entrySet().removeIf(answer -> {
            if (answer.getValue() - now > 0) {
                return false;
            }
            Shape shape = answer.getKey();
            Schema schema = schemaOf(shape);
            if (schema != null && budget.hasLeft(now)) {
                budget.spend(messages.schema(schema, shape.typeId(), shape.schemaId(), epochNanos));
                remember(answered, shape, now);
            }
            return true;
        });
    }

    private static void remember(Map<Shape, Long> times, Shape shape, long time) {
        times.remove(shape);
        if (times.size() == MAX_REMEMBERED) {
            times.remove(times.keySet().iterator().next());
        }
        times.put(shape, time);
    }

    /** When the next {@link #tick} is due; far away if nothing is. */
    public long nextTick(long now) {
        long next = now + RESPITE;
        for (Wanted want : wanted.values()) {
            next = Math.min(next, Math.min(want.due, want.lostPatience));
        }
        for (long due : answersDue.values()) {
            next = Math.min(next, due);
        }
        return next;
    }
}
