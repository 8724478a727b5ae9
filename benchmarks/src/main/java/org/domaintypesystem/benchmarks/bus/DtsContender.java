package org.domaintypesystem.benchmarks.bus;

import org.domaintypesystem.Batch;
import org.domaintypesystem.Dts;

/** DTS as programs use it: publishes components, and looks at every message where it was received. */
final class DtsContender implements Contender {
    private final Dts dts;
    private final DtsTypes types;
    private final boolean isPacked;
    private final boolean isHandedOff;

    /**
     * @param isPacked whether what is sent by one call leaves in as few datagrams as it fits into
     * @param isHandedOff whether a listener of {@link Topic#B256} has a thread of its own
     */
    DtsContender(int port, DtsTypes types, boolean isPacked, boolean isHandedOff) {
        this.dts = Dts.builder().interfaces("127.0.0.1").port(port).ttl(0).join();
        this.types = types;
        this.isPacked = isPacked;
        this.isHandedOff = isHandedOff;
    }

    @Override
    public void listen(Topic topic, Sink sink) {
        if (isHandedOff && topic == Topic.B256) {
            DtsTypes.listenOnThread(dts, sink);
        } else {
            types.listenInPlace(dts, topic, sink);
        }
    }

    @Override
    public Sender sender(Topic topic) {
        DtsTypes.Publish publish = types.publisher(dts, topic);
        Sender loop = (source, first, count) -> {
            for (long sequence = first; sequence < first + count; sequence++) {
                while (!publish.publish(source, sequence)) {
                    Contender.giveWay();
                }
            }
        };
        return isPacked ? packed(loop) : loop;
    }

    @SuppressWarnings("try") // Batches are opened and closed, and that is all.
    private Sender packed(Sender loop) {
        return (source, first, count) -> {
            try (Batch batch = dts.batch()) {
                loop.send(source, first, count);
            }
        };
    }

    @Override
    public void close() {
        dts.close();
    }
}
