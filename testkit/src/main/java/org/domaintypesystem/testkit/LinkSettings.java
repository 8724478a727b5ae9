package org.domaintypesystem.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How links treat datagrams. What is not set here is as in the settings that these refine. */
final class LinkSettings {
    private static final long UNSET = -1;

    private final @Nullable LinkSettings refined;
    private double loss = UNSET;
    private double duplication = UNSET;
    private long leastDelay = UNSET;
    private long mostDelay = UNSET;
    private long bitsPerSecond = UNSET;
    private long queueBytes = UNSET;
    private final List<Predicate<? super VirtualDatagram>> filters = new ArrayList<>();

    /** Settings of their own: nothing is lost, and a datagram takes this long. */
    LinkSettings(long delayNanos) {
        this.refined = null;
        this.loss = 0;
        this.duplication = 0;
        this.leastDelay = delayNanos;
        this.mostDelay = delayNanos;
        this.bitsPerSecond = 0;
        this.queueBytes = 0;
    }

    LinkSettings(LinkSettings refined) {
        this.refined = refined;
    }

    void setLoss(double probability) {
        loss = checked(probability);
    }

    void setDuplication(double probability) {
        duplication = checked(probability);
    }

    void setDelay(Duration least, Duration most) {
        long from = least.toNanos();
        long to = most.toNanos();
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("a delay from " + least + " to " + most);
        }
        leastDelay = from;
        mostDelay = to;
    }

    void setBandwidth(long bits, int queue) {
        if (bits < 1 || queue < 0) {
            throw new IllegalArgumentException(
                    "a bandwidth of %d bits a second with a queue of %d bytes".formatted(bits, queue));
        }
        bitsPerSecond = bits;
        queueBytes = queue;
    }

    void addFilter(Predicate<? super VirtualDatagram> passes) {
        filters.add(passes);
    }

    double loss() {
        return loss == UNSET && refined != null ? refined.loss() : loss;
    }

    double duplication() {
        return duplication == UNSET && refined != null ? refined.duplication() : duplication;
    }

    /** Nanoseconds. */
    long delay(Chance chance) {
        return leastDelay == UNSET && refined != null ? refined.delay(chance) : chance.between(leastDelay, mostDelay);
    }

    /** 0: without limit. */
    long bitsPerSecond() {
        return bitsPerSecond == UNSET && refined != null ? refined.bitsPerSecond() : bitsPerSecond;
    }

    long queueBytes() {
        return queueBytes == UNSET && refined != null ? refined.queueBytes() : queueBytes;
    }

    boolean hasFilters() {
        return !filters.isEmpty() || (refined != null && refined.hasFilters());
    }

    boolean passes(VirtualDatagram datagram) {
        // Every filter sees every datagram, so that one that counts does not depend on the others.
        boolean passes = refined == null || refined.passes(datagram);
        for (int i = 0; i < filters.size(); i++) {
            passes &= filters.get(i).test(datagram);
        }
        return passes;
    }

    static double checked(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("a probability of " + probability + ", expected 0 to 1");
        }
        return probability;
    }
}
