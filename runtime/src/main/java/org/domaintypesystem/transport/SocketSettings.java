package org.domaintypesystem.transport;

/**
 * How sockets are set up.
 *
 * @param port of all groups
 * @param ttl how many routers a datagram may pass, plus one
 * @param receiveBuffer bytes that the system shall hold while the receiving thread is busy; it may give less
 */
public record SocketSettings(int port, int ttl, int receiveBuffer) {}
