package org.domaintypesystem.maven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlWriterTest {

    @Test
    void allLinksLeadSomewhere() throws Exception {
        Document html = parse(HtmlWriter.write(Samples.brewery()));
        Set<String> ids = new HashSet<>();
        for (Element element : elements(html, "*")) {
            if (element.hasAttribute("id")) {
                assertThat(ids.add(element.getAttribute("id")))
                        .as(element.getAttribute("id"))
                        .isTrue();
            }
        }
        List<Element> links = elements(html, "a");
        assertThat(links).hasSizeGreaterThan(40);
        for (Element link : links) {
            assertThat(link.getAttribute("href")).startsWith("#");
            assertThat(ids).contains(URLDecoder.decode(link.getAttribute("href").substring(1), StandardCharsets.UTF_8));
        }
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws Exception {
        Document html = parse(HtmlWriter.write(Samples.brewery()));
        for (String tag : List.of("link", "img", "iframe", "object", "embed", "image", "use", "base")) {
            assertThat(elements(html, tag)).as(tag).isEmpty();
        }
        for (Element element : elements(html, "*")) {
            for (String name : List.of("src", "style", "onclick", "onerror", "onload")) {
                assertThat(element.hasAttribute(name)).as(name).isFalse();
            }
        }
        assertThat(elements(html, "script")).hasSize(1);
        assertThat(elements(html, "style"))
                .hasSize(1)
                .allSatisfy(style -> assertThat(style.getTextContent()).doesNotContain("url(", "@import"));
    }

    @Test
    void tablesSayWhatTheirCellsAre() throws Exception {
        Document html = parse(HtmlWriter.write(Samples.brewery()));
        for (Element table : elements(html, "table")) {
            assertThat(elements(table, "caption")).hasSize(1);
            for (Element heading : elements(table, "th")) {
                assertThat(heading.getAttribute("scope")).isIn("col", "row");
            }
            int columns = elements(elements(table, "thead").get(0), "th").size();
            for (Element row : elements(elements(table, "tbody").get(0), "tr")) {
                assertThat(elements(row, "td").size() + elements(row, "th").size())
                        .isEqualTo(columns);
            }
        }
    }

    @Test
    void hostileDocumentationIsText() throws Exception {
        Document html = parse(HtmlWriter.write(Samples.brewery()));
        Element article = article(html, "strange.Awkward");
        assertThat(elements(article, "script")).isEmpty();
        assertThat(elements(article, "b")).isEmpty();
        assertThat(article.getTextContent())
                .contains(
                        "<script>alert(\"doc\")</script> --> ]]> ``` | a | <!-- & &amp; &#60; \\|",
                        "</style></pre></code>",
                        "<img src=x onerror=alert(1)>",
                        "| `code` | </td></tr></table> <b>");
    }

    @Test
    void everyTextWhateverIsShown() throws Exception {
        String title = "\u0000\u0008\uFFFF\uD800 \uDC00 \uD83C\uDF7A <>&\"' \u0085";
        Document html = parse(
                HtmlWriter.write(CatalogueReader.read(new SchemaSource(title, new TreeMap<>(), Set.of()), List.of())));
        assertThat(elements(html, "h1").get(0).getTextContent())
                .isEqualTo("Types of \uFFFD\uFFFD\uFFFD\uFFFD \uFFFD \uD83C\uDF7A <>&\"' \uFFFD");
    }

    static Document parse(String html) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    private static Element article(Document html, String id) throws IOException {
        return elements(html, "article").stream()
                .filter(article -> article.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> elements(Document in, String tag) {
        return elements(in.getDocumentElement(), tag);
    }

    private static List<Element> elements(Element in, String tag) {
        NodeList nodes = in.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
