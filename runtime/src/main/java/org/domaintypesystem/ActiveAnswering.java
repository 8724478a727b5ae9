package org.domaintypesystem;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.TypeDescriptor;

/** One answerer of one type: called on the worker that answers. */
final class ActiveAnswering<T> implements Answering {
    private final Codec<T> codec;
    private final Answerer<T> answerer;
    private final Consumer<ActiveAnswering<?>> onClose;
    private final AtomicLong answered = new AtomicLong();

    /**
     * @param onClose called whenever it is closed
     */
    ActiveAnswering(Codec<T> codec, Answerer<T> answerer, Consumer<ActiveAnswering<?>> onClose) {
        this.codec = codec;
        this.answerer = answerer;
        this.onClose = onClose;
    }

    TypeDescriptor type() {
        return codec.type();
    }

    /**
     * Answers, and throws what the answerer throws.
     *
     * @param isLast whether no other one answers after this
     */
    void answer(Question question, ReplyStream stream, boolean isLast) {
        answered.lazySet(answered.getPlain() + 1);
        OpenAnswer answer = new OpenAnswer(stream, isLast);
        try {
            answerer.answer(question, answer);
        } finally {
            answer.ended = true;
        }
    }

    private final class OpenAnswer implements Answer<T> {
        private final ReplyStream stream;
        private final boolean isLast;
        private volatile boolean ended;

        OpenAnswer(ReplyStream stream, boolean isLast) {
            this.stream = stream;
            this.isLast = isLast;
        }

        @Override
        public boolean send(T value) {
            return send(value, false);
        }

        @Override
        public boolean sendLast(T value) {
            boolean left = send(value, isLast);
            ended = true;
            return left;
        }

        private boolean send(T value, boolean endsAll) {
            if (ended) {
                throw new IllegalStateException("the answer has ended");
            }
            return stream.send(codec, value, endsAll);
        }
    }

    @Override
    public long answered() {
        return answered.get();
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
