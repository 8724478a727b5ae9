package org.domaintypesystem.testkit;

import org.jspecify.annotations.Nullable;

/** A datagram comes to a node. */
final class Arrival implements Event {
    private final Packet packet;
    private final VirtualTransport receiver;
    private final @Nullable Membership via;
    private final @Nullable VirtualLink link;

    /**
     * @param via the membership that it comes by; null for one that is sent to this node alone
     * @param link null for one that comes from nowhere
     */
    Arrival(Packet packet, VirtualTransport receiver, @Nullable Membership via, @Nullable VirtualLink link) {
        this.packet = packet;
        this.receiver = receiver;
        this.via = via;
        this.link = link;
    }

    @Override
    public void happen() {
        boolean wanted = via == null || via.uses > 0;
        if (wanted && receiver.arrive(packet) && link != null) {
            link.countArrived();
        }
    }
}
