package org.domaintypesystem.testkit;

/** A node in a multicast group. */
final class Membership {
    final VirtualTransport transport;

    /** As often as it has been joined and not left. */
    int uses;

    Membership(VirtualTransport transport) {
        this.transport = transport;
    }
}
