package org.domaintypesystem.testkit;

import java.util.Arrays;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/**
 * What must not get lost in these tests.
 *
 * @param filling makes it large
 */
@DtsType(delivery = Reliability.RELIABLE)
record Weighing(int number, byte[] filling) {
    static Weighing of(int number, int bytes) {
        byte[] filling = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            filling[i] = (byte) (number * 31 + i);
        }
        return new Weighing(number, filling);
    }

    boolean isWhole() {
        return Arrays.equals(filling, of(number, filling.length).filling);
    }
}
