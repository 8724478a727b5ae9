package org.domaintypesystem.testkit;

import java.util.List;
import org.domaintypesystem.annotation.DtsType;

/** As large as somebody wants it. */
@DtsType
record Survey(int number, List<String> notes, List<Double> heights) {
    /** One that takes about so many bytes, no two alike. */
    static Survey of(int number, int bytes) {
        String[] notes = new String[bytes / 64];
        Double[] heights = new Double[bytes / 16];
        for (int i = 0; i < notes.length; i++) {
            notes[i] = "note " + i + " of " + number + ' ' + "é".repeat(i % 10);
        }
        for (int i = 0; i < heights.length; i++) {
            heights[i] = number + i / 8.0;
        }
        return new Survey(number, List.of(notes), List.of(heights));
    }
}
