package org.domaintypesystem.benchmarks.bus;

import org.domaintypesystem.Batch;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.benchmarks.bus.message.EchoListener;
import org.domaintypesystem.benchmarks.bus.message.EchoPublisher;
import org.domaintypesystem.benchmarks.bus.message.PositionListener;
import org.domaintypesystem.benchmarks.bus.message.PositionPublisher;
import org.domaintypesystem.benchmarks.bus.message.Waveform;
import org.domaintypesystem.benchmarks.bus.message.WaveformListener;
import org.domaintypesystem.benchmarks.bus.message.WaveformPublisher;

/** DTS as programs use it: publishes components, and makes a record of every message, inline. */
final class DtsContender implements Contender {
    private final Dts dts;
    private final boolean isBatched;

    /**
     * @param isBatched whether what is sent by one call leaves in as few datagrams as it fits into
     */
    DtsContender(int port, boolean isBatched) {
        this.dts = Dts.builder().interfaces("127.0.0.1").port(port).ttl(0).join();
        this.isBatched = isBatched;
    }

    @Override
    public void listen(Topic topic, Sink sink) {
        switch (topic) {
            case POSITION ->
                PositionListener.subscribe(
                        dts,
                        calm((message, info) -> sink.message(message.source(), message.sequence())),
                        Delivery.inline());
            case WAVEFORM ->
                WaveformListener.subscribe(
                        dts,
                        calm((message, info) -> sink.message(message.source(), message.sequence())),
                        Delivery.inline());
            case ECHO ->
                EchoListener.subscribe(
                        dts,
                        calm((message, info) -> sink.message(message.source(), message.sequence())),
                        Delivery.inline());
        }
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

    @Override
    public Sender sender(Topic topic) {
        Publish publish = publishing(topic);
        Sender loop = (source, first, count) -> {
            for (long sequence = first; sequence < first + count; sequence++) {
                while (!publish.publish(source, sequence)) {
                    Contender.giveWay();
                }
            }
        };
        return isBatched ? inBatches(loop) : loop;
    }

    @SuppressWarnings("try") // Batches are opened and closed, and that is all.
    private Sender inBatches(Sender loop) {
        return (source, first, count) -> {
            try (Batch batch = dts.batch()) {
                loop.send(source, first, count);
            }
        };
    }

    private Publish publishing(Topic topic) {
        byte[] samples = new byte[Waveform.SAMPLES];
        return switch (topic) {
            case POSITION -> {
                PositionPublisher publisher = new PositionPublisher(dts);
                yield (source, sequence) -> publisher.publish(source, sequence, 1, 2, 3, 0.1, 0.2, 0.3);
            }
            case WAVEFORM -> {
                WaveformPublisher publisher = new WaveformPublisher(dts);
                yield (source, sequence) -> publisher.publish(source, sequence, 1, 0.5, samples);
            }
            case ECHO -> {
                EchoPublisher publisher = new EchoPublisher(dts);
                yield (source, sequence) -> publisher.publish(source, sequence, 1, 0.5, samples);
            }
        };
    }

    @Override
    public void close() {
        dts.close();
    }

    @FunctionalInterface
    private interface Publish {
        /** False if the message was refused. */
        boolean publish(int source, long sequence);
    }
}
