package org.domaintypesystem.testkit.reliable;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/**
 * What must not get lost.
 *
 * @param number 1, 2, 3 … for each sender, as sequences are
 * @param content follows from number and size
 */
@DtsType(delivery = Reliability.RELIABLE)
public record Entry(long number, byte[] content) {
    static Entry of(long number, int size) {
        return new Entry(number, contentOf(number, size));
    }

    boolean isIntact() {
        return Arrays.equals(content, contentOf(number, content.length));
    }

    private static byte[] contentOf(long number, int size) {
        byte[] content = new byte[size];
        new SplittableRandom(number << 32 ^ size).nextBytes(content);
        return content;
    }
}
