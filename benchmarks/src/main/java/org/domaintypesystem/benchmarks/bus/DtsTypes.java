package org.domaintypesystem.benchmarks.bus;

import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.benchmarks.bus.message.EchoListener;
import org.domaintypesystem.benchmarks.bus.message.EchoPublisher;
import org.domaintypesystem.benchmarks.bus.message.PositionListener;
import org.domaintypesystem.benchmarks.bus.message.PositionPublisher;
import org.domaintypesystem.benchmarks.bus.message.ReliablePositionListener;
import org.domaintypesystem.benchmarks.bus.message.ReliablePositionPublisher;
import org.domaintypesystem.benchmarks.bus.message.ReliableWaveformListener;
import org.domaintypesystem.benchmarks.bus.message.ReliableWaveformPublisher;
import org.domaintypesystem.benchmarks.bus.message.Waveform;
import org.domaintypesystem.benchmarks.bus.message.WaveformListener;
import org.domaintypesystem.benchmarks.bus.message.WaveformPublisher;

/** Which of the types of this benchmark is a topic, and its publishers and listeners. */
enum DtsTypes {
    BEST_EFFORT {
        @Override
        void listenInPlace(Dts dts, Topic topic, Contender.Sink sink) {
            switch (topic) {
                case B64 ->
                    PositionListener.listenInPlace(
                            dts, calm((view, info) -> sink.message(view.source(), view.sequence())));
                case ECHO ->
                    EchoListener.listenInPlace(dts, calm((view, info) -> sink.message(view.source(), view.sequence())));
                default ->
                    WaveformListener.listenInPlace(
                            dts, calm((view, info) -> sink.message(view.source(), view.sequence())));
            }
        }

        @Override
        Publish publisher(Dts dts, Topic topic) {
            byte[] samples = samples(topic);
            return switch (topic) {
                case B64 -> {
                    PositionPublisher publisher = new PositionPublisher(dts);
                    yield (source, sequence) -> publisher.publish(source, sequence, 1, 2, 3, 0.1, 0.2, 0.3);
                }
                case ECHO -> {
                    EchoPublisher publisher = new EchoPublisher(dts);
                    yield (source, sequence) -> publisher.publish(source, sequence, 1, 0.5, samples);
                }
                default -> {
                    WaveformPublisher publisher = new WaveformPublisher(dts);
                    yield (source, sequence) -> publisher.publish(source, sequence, 1, 0.5, samples);
                }
            };
        }
    },
    RELIABLE {
        @Override
        void listenInPlace(Dts dts, Topic topic, Contender.Sink sink) {
            if (topic == Topic.B64) {
                ReliablePositionListener.listenInPlace(
                        dts, calm((view, info) -> sink.message(view.source(), view.sequence())));
            } else {
                ReliableWaveformListener.listenInPlace(
                        dts, calm((view, info) -> sink.message(view.source(), view.sequence())));
            }
        }

        @Override
        Publish publisher(Dts dts, Topic topic) {
            if (topic == Topic.B64) {
                ReliablePositionPublisher publisher = new ReliablePositionPublisher(dts);
                return (source, sequence) -> publisher.publish(source, sequence, 1, 2, 3, 0.1, 0.2, 0.3);
            }
            ReliableWaveformPublisher publisher = new ReliableWaveformPublisher(dts);
            byte[] samples = samples(topic);
            return (source, sequence) -> publisher.publish(source, sequence, 1, 0.5, samples);
        }
    };

    /** Shows messages where they lie, on the thread that receives. */
    abstract void listenInPlace(Dts dts, Topic topic, Contender.Sink sink);

    abstract Publish publisher(Dts dts, Topic topic);

    /** Makes a record of {@link Topic#B256}, on a thread of the listener's own. */
    static void listenOnThread(Dts dts, Contender.Sink sink) {
        Listener<Waveform> listener = calm((message, info) -> sink.message(message.source(), message.sequence()));
        WaveformListener.subscribe(dts, listener, Delivery.queue());
    }

    /** Losses are counted by those who measure, and no news. */
    private static <T> Listener<T> calm(Listener<T> listener) {
        return new Listener<>() {
            @Override
            public void onMessage(T message, MessageInfo info) {
                listener.onMessage(message, info);
            }

            @Override
            public void onLoss(Loss loss) {}
        };
    }

    private static byte[] samples(Topic topic) {
        return new byte[topic.bytes - Waveform.NUMBERS];
    }

    @FunctionalInterface
    interface Publish {
        /** False if the message was refused. */
        boolean publish(int source, long sequence);
    }
}
