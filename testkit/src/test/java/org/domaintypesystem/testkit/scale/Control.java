package org.domaintypesystem.testkit.scale;

/** Control datagrams, bytes in those received: of one node or of all. One to all counts as sent once, as received by each. */
record Control(long sent, long received, long bytes) {
    Control minus(Control before) {
        return new Control(sent - before.sent, received - before.received, bytes - before.bytes);
    }
}
