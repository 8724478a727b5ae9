package org.domaintypesystem.testkit;

import java.net.InetSocketAddress;

/** A datagram on its way, shared by all that receive it: nobody changes its bytes. */
final class Packet {
    final byte[] bytes;
    final InetSocketAddress source;
    final InetSocketAddress destination;

    Packet(byte[] bytes, InetSocketAddress source, InetSocketAddress destination) {
        this.bytes = bytes;
        this.source = source;
        this.destination = destination;
    }
}
