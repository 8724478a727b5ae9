package org.domaintypesystem.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Interfaces for tests: the real loopback, and others that nobody has. */
final class Links {
    private Links() {}

    static Link loopback() throws IOException {
        return SystemLinks.look().stream().filter(Link::isLoopback).findFirst().orElseThrow();
    }

    /** The addresses of IPv4 first, as there are no others. */
    static Link link(int index, String name, String... addresses) {
        return new Link(
                index, name, List.of(addresses).stream().map(Links::address).toList(), name.startsWith("lo"));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
