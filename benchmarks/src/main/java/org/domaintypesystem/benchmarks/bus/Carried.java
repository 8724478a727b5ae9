package org.domaintypesystem.benchmarks.bus;

import java.util.Optional;

/**
 * What became of messages from one process to another.
 *
 * @param sent what the sender did while the listener counted; empty if nothing arrived
 */
record Carried(Throughput received, Optional<Sent> sent) {}
