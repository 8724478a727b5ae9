package org.domaintypesystem.testkit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.domaintypesystem.Delivery;
import org.domaintypesystem.Dts;
import org.domaintypesystem.Listener;
import org.domaintypesystem.Loss;
import org.domaintypesystem.MessageInfo;
import org.domaintypesystem.testkit.VirtualNetwork;

/** What one listener is told of parcels: of each sender, their numbers in the order in which they came, and the losses. */
final class Receipts implements Listener<Parcel> {
    final Map<Long, List<Long>> numbers = new HashMap<>();
    final List<Loss> losses = new ArrayList<>();
    final List<Loss> revisions = new ArrayList<>();

    /** The longest time from publishing to delivery, in nanoseconds. */
    long slowest;

    /** The first thing that cannot be, since what a listener throws ends nothing. */
    String fault = "";

    private final VirtualNetwork network;

    private Receipts(VirtualNetwork network) {
        this.network = network;
    }

    static Receipts of(VirtualNetwork network, Dts node) {
        return of(network, node, Delivery.queue(1 << 16));
    }

    static Receipts of(VirtualNetwork network, Dts node, Delivery delivery) {
        Receipts receipts = new Receipts(network);
        ParcelListener.subscribe(node, receipts, delivery);
        return receipts;
    }

    @Override
    public void onMessage(Parcel parcel, MessageInfo info) {
        List<Long> all = numbers.computeIfAbsent(info.sender(), sender -> new ArrayList<>());
        if (!all.isEmpty() && info.sequence() <= all.get(all.size() - 1)) {
            fault = info + " after " + all.get(all.size() - 1);
        }
        all.add(info.sequence());
        slowest =
                Math.max(slowest, Duration.between(Instant.EPOCH, network.now()).toNanos() - info.sourceTimeNanos());
        if (parcel.number() != info.sequence()
                || !Arrays.equals(parcel.content(), Parcels.content(parcel.number(), parcel.content().length))) {
            fault = info + " is number " + parcel.number() + " with other bytes than were published";
        }
    }

    @Override
    public void onLoss(Loss loss) {
        losses.add(loss);
    }

    @Override
    public void onRevision(Loss loss) {
        revisions.add(loss);
    }

    /** Everything that came came in order, and nothing from one sequence of a sender on to another is missing. */
    void requireAll(Dts sender, long first, long last) {
        assertThat(fault).isEmpty();
        assertThat(losses).isEmpty();
        assertThat(of(sender.sender()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(first, last).boxed().toList());
    }

    List<Long> of(long sender) {
        return numbers.getOrDefault(sender, List.of());
    }
}
