package org.domaintypesystem.testkit;

import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Retain;

/**
 * What is retained in these tests.
 *
 * @param filling makes it large
 */
@DtsType(retain = Retain.LAST)
record Gauge(@DtsKey int key, int version, byte[] filling) {
    static Gauge of(int key, int version) {
        return new Gauge(key, version, new byte[0]);
    }
}
