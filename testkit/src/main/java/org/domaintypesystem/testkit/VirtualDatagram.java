package org.domaintypesystem.testkit;

import java.net.InetSocketAddress;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.schema.MulticastGroups;

/** A datagram on a link of a virtual network, as filters see it. */
public final class VirtualDatagram {
    private final VirtualLink link;
    private final long number;
    private final Packet packet;

    VirtualDatagram(VirtualLink link, long number, Packet packet) {
        this.link = link;
        this.number = number;
        this.packet = packet;
    }

    /** Name of the node that sends it. */
    public String from() {
        return link.from.name;
    }

    /** Name of the node that it goes to. */
    public String to() {
        return link.to.name;
    }

    /**
     * Whether it goes to the multicast group of a type, as messages of that type do, and what nodes tell each other about
     * types does not.
     */
    public boolean isFor(TypeDescriptor type) {
        return destination().getAddress().equals(MulticastGroups.groupOf(type.typeId()));
    }

    /** The how manieth that filters see of its link to its destination, from 1 on. */
    public long number() {
        return number;
    }

    /** Where an answer to its sender goes. */
    public InetSocketAddress source() {
        return packet.source;
    }

    /** A multicast group, or the address of one node. */
    public InetSocketAddress destination() {
        return packet.destination;
    }

    /** How many bytes it has. */
    public int length() {
        return packet.bytes.length;
    }

    /** A copy of what is in it. */
    public byte[] bytes() {
        return packet.bytes.clone();
    }

    @Override
    public String toString() {
        return "datagram %d from %s to %s, %d bytes".formatted(number, from(), to(), length());
    }
}
