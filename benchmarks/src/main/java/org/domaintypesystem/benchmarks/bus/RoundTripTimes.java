package org.domaintypesystem.benchmarks.bus;

/**
 * From sending a message to hearing its echo, in nanoseconds.
 *
 * @param median what half of them take at most
 * @param most what 99 of 100 take at most
 */
record RoundTripTimes(long median, long most) {}
