package org.domaintypesystem.benchmarks.codec;

/** The messages that are measured. */
public enum Message {
    SENSOR,
    CAR,
    BIG_LIST
}
