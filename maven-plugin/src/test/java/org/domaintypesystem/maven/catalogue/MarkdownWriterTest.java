package org.domaintypesystem.maven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MarkdownWriterTest {
    private static final Pattern LINK = Pattern.compile("(?<!\\\\)]\\(#([^)]*)\\)");
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]*)\"></a>");

    @Test
    void allLinksLeadSomewhere() throws IOException {
        String text = MarkdownWriter.write(Samples.brewery());
        List<String> anchors = groups(ANCHOR, text);
        List<String> links = groups(LINK, text);
        assertThat(links).hasSizeGreaterThan(30);
        assertThat(anchors).doesNotHaveDuplicates().containsAll(links);
    }

    @Test
    void rowsHaveTheCellsOfTheirTables() throws IOException {
        int columns = 0;
        for (String line : MarkdownWriter.write(Samples.brewery()).split("\n")) {
            if (!line.startsWith("|")) {
                columns = 0;
                continue;
            }
            int cells = line.split("\\|", -1).length - 2;
            columns = columns == 0 ? cells : columns;
            assertThat(cells).as(line).isEqualTo(columns);
        }
    }

    @Test
    void textHasNoMeaningInMarkdown() {
        assertThat(MarkdownText.of("<b> & `c` | *d* _e_ [f](g) ~h~ $i$ \\j"))
                .isEqualTo("&lt;b&gt; &amp; &#96;c&#96; &#124; \\*d\\* \\_e\\_ \\[f\\](g) \\~h\\~ &#36;i&#36; &#92;j");
        assertThat(MarkdownText.of("# a # b")).isEqualTo("\\# a # b");
        assertThat(MarkdownText.of("- a - b")).isEqualTo("\\- a - b");
        assertThat(MarkdownText.of("12. a")).isEqualTo("12\\. a");
        assertThat(MarkdownText.of("12 a.")).isEqualTo("12 a.");
        assertThat(MarkdownText.of(" a\nb\u0000 ")).isEqualTo("a b\uFFFD");
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> URLDecoder.decode(match.group(1), StandardCharsets.UTF_8))
                .toList();
    }
}
