package org.domaintypesystem.testkit.repair;

import java.time.Duration;
import java.util.SplittableRandom;
import org.domaintypesystem.Batch;
import org.domaintypesystem.Dts;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.testkit.VirtualNetwork;

/** Publishes parcels that say themselves what is in them. */
final class Parcels {
    final Dts dts;
    private final ParcelPublisher publisher;
    long published;

    Parcels(Dts dts) {
        this.dts = dts;
        this.publisher = new ParcelPublisher(dts);
    }

    void publish(int size) {
        published++;
        if (!publisher.publish(new Parcel(published, content(published, size)))) {
            throw new AssertionError("parcel " + published + " was refused");
        }
    }

    void publish(int count, int size) {
        try (Batch batch = dts.batch()) {
            for (int i = 0; i < count; i++) {
                publish(size);
            }
        }
    }

    /** One after the other, with a pause behind each. */
    void publish(VirtualNetwork network, int count, int size, Duration pause) {
        for (int i = 0; i < count; i++) {
            publish(size);
            network.run(pause);
        }
    }

    TypeDescriptor type() {
        return publisher.type();
    }

    static byte[] content(long number, int size) {
        byte[] content = new byte[size];
        new SplittableRandom(number).nextBytes(content);
        return content;
    }
}
