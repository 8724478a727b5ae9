package org.domaintypesystem.maven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocLinesTest {

    @Test
    void linesThatWereWrappedAreOneParagraphAgain() {
        String word = "word ".repeat(19).strip();
        assertThat(DocLines.of(word + "\nlonger than that.\nAnother paragraph."))
                .containsExactly(word + " longer than that.", "Another paragraph.");
        assertThat(DocLines.of(word + "\nLonger than that.")).containsExactly(word + " Longer than that.");
    }

    @Test
    void blankLinesAndItemsOfListsBeginAnew() {
        assertThat(DocLines.of("one\ntwo\n\nthree\n- four\n  five\n* six\nseven\n"))
                .containsExactly("one two", "three", "- four", "five", "- six seven");
        assertThat(DocLines.of(" \n")).isEmpty();
    }

    @Test
    void theSummaryIsTheFirstSentence() {
        assertThat(DocLines.summary("One of 1.5 litres (or so). Another one.")).isEqualTo("One of 1.5 litres (or so).");
        assertThat(DocLines.summary("No end\n\nNext.")).isEqualTo("No end");
        assertThat(DocLines.summary("")).isEmpty();
    }
}
