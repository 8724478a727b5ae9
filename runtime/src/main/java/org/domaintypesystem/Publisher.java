package org.domaintypesystem;

import java.util.Objects;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.OutOfSpaceException;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.engine.RetainedMessage;
import org.domaintypesystem.send.OutboundStream;
import org.jspecify.annotations.Nullable;

/**
 * Publishes messages of one type to whoever listens on the network. Base of the generated publishers; safe for use by any
 * number of threads. Creating one does no input or output and reserves nothing: any number may exist.
 *
 * <p>Publishing never waits for a receiver. A message that fits into a datagram of 1408 bytes, 72 of which sealing takes if the
 * node has keys, waits for nobody: the calling
 * thread sends it, and what others have left meanwhile; or it leaves it to another one that is sending just now. A larger message
 * is cut into several datagrams, and arrives if all of them do. They leave in bursts of 16 with rests of at least
 * 50 microseconds between, longer ones while receivers miss some of them, so that publishing it takes some time. If another
 * thread is sending just then, that of the large message first waits for it, a few milliseconds at most, and then leaves a copy
 * to it.
 *
 * <p>What receivers miss of a reliable type is sent again by the node's own thread, and by those that publish: a burst of
 * datagrams at most for each message.
 *
 * @param <T> the type
 */
public abstract class Publisher<T> {
    private final Dts dts;
    private final Codec<T> codec;
    private final TypeDescriptor type;
    private final OutboundStream stream;
    private final @Nullable RetainedType<T> retained;

    protected Publisher(Dts dts, Codec<T> codec) {
        this.dts = dts;
        this.codec = codec;
        this.type = codec.type();
        this.stream = dts.streamOf(type);
        this.retained = dts.retainedOf(codec);
    }

    /**
     * Publishes a message, to listeners in this process, too.
     *
     * @return false if the message was dropped on the spot: too much is waiting, or the network takes no more just now.
     *     Receivers do not miss it, as it has no sequence. If the node has keys, what the network does not take has one:
     *     then this is true, and receivers miss the message
     * @throws EncodeException if the message holds what its type cannot carry, for example a null
     * @throws MessageTooLargeException if it is larger than {@link DtsBuilder#maxMessageSize}
     * @throws IllegalStateException if the node is closed
     */
    public final boolean publish(T message) {
        Objects.requireNonNull(message, "message");
        Draft draft = begin();
        try {
            draft.end(codec.write(message, draft.buffer(), draft.pointer(), draft.start(), draft.limit()));
            return send(draft, message);
        } catch (OutOfSpaceException full) {
            draft.grow();
        } finally {
            draft.close();
        }
        return publish(message);
    }

    /**
     * Takes scratch of the calling thread to write a message in. For generated code, as in
     *
     * <pre>{@code
     * public boolean publish(String sensor, double celsius) {
     *     Draft draft = begin();
     *     try {
     *         draft.end(TemperatureCodec.writeComponents(
     *                 sensor, celsius, draft.buffer(), draft.pointer(), draft.start(), draft.limit()));
     *         return send(draft);
     *     } catch (OutOfSpaceException full) {
     *         draft.grow();
     *     } finally {
     *         draft.close();
     *     }
     *     return publish(sensor, celsius);
     * }
     * }</pre>
     *
     * @throws IllegalStateException if the node is closed
     */
    protected final Draft begin() {
        dts.requireOpen();
        return Draft.ofThread(type, dts.maxMessageSize());
    }

    /**
     * Sends what has been written.
     *
     * @return as {@link #publish}
     * @throws MessageTooLargeException if it is larger than {@link DtsBuilder#maxMessageSize}
     */
    protected final boolean send(Draft draft) {
        return send(draft, null);
    }

    private boolean send(Draft draft, @Nullable T message) {
        int end = draft.end();
        if (end > dts.maxMessageSize()) {
            throw new MessageTooLargeException(type.name(), end, true, dts.maxMessageSize());
        }
        return dts.send(stream, type, place(draft.buffer(), end, message), draft.buffer(), end, draft.isBatched());
    }

    /** Where a message is kept, if the type retains its last values. */
    private @Nullable RetainedMessage place(byte[] bytes, int end, @Nullable T message) {
        RetainedType<T> kept = retained;
        if (kept == null) {
            return null;
        }
        return message != null && kept.isOf(codec) ? kept.place(message, bytes, end) : kept.place(bytes, end);
    }

    /**
     * Makes reliable what this node publishes of the type from now on, by whichever publisher, as if the type were declared so:
     * it is kept for a while, and sent again to those who miss it. As much is kept as {@link DtsBuilder#retention} says. Listeners
     * need nothing for it. It stays so until the node is closed; again does nothing.
     *
     * @throws IllegalStateException if the node is closed
     */
    public final void reliable() {
        dts.requireOpen();
        dts.keep(stream, type, null);
    }

    /**
     * As {@link #reliable()}, and says how much to keep, also of a type that is declared reliable. If several publishers of a
     * node do so, the most of what they say counts.
     *
     * @throws IllegalStateException if the node is closed
     */
    public final void reliable(Retention retention) {
        Objects.requireNonNull(retention, "retention");
        dts.requireOpen();
        dts.keep(stream, type, retention);
    }

    /**
     * Has the node announce that it publishes the type, before its first message. Those who listen, and have heard that a moment
     * ago, miss what gets lost from the first message on; others begin with the first one that comes to them.
     *
     * @throws IllegalStateException if the node is closed
     */
    public final void announce() {
        dts.announcePublisher(stream, type);
    }

    /**
     * Has queries for the type answered. If there are several answerers in a node, by whichever publisher, all of them answer,
     * one after another. The node announces itself as one that publishes the type.
     *
     * <pre>{@code
     * temperatures.answer((question, answer) -> answer.sendLast(latestOf(question.text())));
     * }</pre>
     *
     * @return what ends that
     * @throws IllegalStateException if the node is closed
     */
    public final Answering answer(Answerer<T> answerer) {
        return dts.answer(stream, codec, Objects.requireNonNull(answerer, "answerer"));
    }

    /** What the network knows the type by. */
    public final TypeDescriptor type() {
        return type;
    }

    /** Messages of this type that this node has sent, by whichever publisher. */
    public final long sent() {
        return stream.sent();
    }

    /**
     * Messages of this type that this node has dropped, by whichever publisher: those that {@link #publish} refused, and
     * those that it accepted and that could not be sent then, which receivers see missing.
     */
    public final long dropped() {
        return stream.refused() + stream.lost();
    }

    @Override
    public String toString() {
        return "publisher of " + type;
    }
}
