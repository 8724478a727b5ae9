package org.domaintypesystem.delivery;

/** Marks, among the messages that wait, one that was there before the listener. */
record LastValue<T>(T value) {}
