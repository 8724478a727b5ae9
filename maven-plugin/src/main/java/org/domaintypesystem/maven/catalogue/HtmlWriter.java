package org.domaintypesystem.maven.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.domaintypesystem.schema.TypeName;

/**
 * Writes a catalogue as one HTML file that needs no other one: an overview with a diagram, an index, and a section for each
 * type. The text depends on nothing but the catalogue.
 */
public final class HtmlWriter {
    private static final String DIAGRAM = "diagram";

    private final Catalogue catalogue;
    private final Markup out = new Markup("<!DOCTYPE html>\n");

    private HtmlWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The text of the file, which is well-formed XML, too. */
    public static String write(Catalogue catalogue) {
        return new HtmlWriter(catalogue).document();
    }

    private String document() {
        out.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").line();
        head();
        out.open("body").line();
        out.open("header").line();
        out.element("h1", title()).line();
        out.element("p", catalogue.summary() + '.').line();
        search();
        out.close().line();
        out.open("main").line();
        overview();
        index();
        HtmlSections sections = new HtmlSections(out);
        catalogue.byNamespace().forEach(sections::write);
        reading();
        out.close().line();
        out.code("script", resource("catalogue.js")).line();
        out.close().line().close().line();
        return out.document();
    }

    private String title() {
        return "Types of " + catalogue.title();
    }

    private void head() {
        out.open("head").line();
        out.empty("meta", "charset", "utf-8").line();
        out.empty(
                        "meta",
                        "http-equiv",
                        "Content-Security-Policy",
                        "content",
                        "default-src 'none'; style-src " + hash("catalogue.css") + "; script-src "
                                + hash("catalogue.js"))
                .line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.empty("meta", "name", "color-scheme", "content", "light dark").line();
        out.element("title", title()).line();
        out.code("style", resource("catalogue.css")).line();
        out.close().line();
    }

    /** Without scripts it would do nothing, so it is the script that shows it. */
    private void search() {
        out.open("form", "id", "search", "role", "search", "hidden", "hidden");
        out.element("label", "Find", "for", "wanted").text(" ");
        out.empty("input", "id", "wanted", "type", "search", "autocomplete", "off");
        out.text(" ").element("output", "", "id", "found", "for", "wanted");
        out.close().line();
    }

    private void overview() {
        out.open("section", "id", "overview", "aria-labelledby", "overview-title")
                .line();
        out.element("h2", "Who uses whom", "id", "overview-title").line();
        if (catalogue.types().isEmpty()) {
            out.element("p", "There are no types.").line();
        } else {
            out.open("figure").line();
            out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", DIAGRAM)
                    .line();
            new SvgWriter(out).write(DiagramLayout.of(catalogue), DIAGRAM);
            out.close().line();
            out.element(
                            "figcaption",
                            "An arrow leads from a type to one that it uses. Records have corners, enums are round, sealed "
                                    + "types have a thick frame; types of others are dashed. The sections below say the same "
                                    + "in words.",
                            "id",
                            DIAGRAM)
                    .line();
            out.close().line();
        }
        out.close().line();
    }

    private void index() {
        out.open("section", "id", "index", "aria-labelledby", "index-title").line();
        out.element("h2", "Index", "id", "index-title").line();
        for (var namespace : catalogue.byNamespace().entrySet()) {
            out.open("table", "class", "filtered").line();
            out.open("caption")
                    .open("a", "href", Anchors.link(Anchors.id(namespace.getKey())))
                    .text(HtmlSections.shown(namespace.getKey()))
                    .close()
                    .close()
                    .line();
            HtmlSections.heading(out, List.of("Type", "Kind", "Meaning", "Declared by"));
            out.open("tbody").line();
            for (CatalogueType type : namespace.getValue()) {
                TypeName name = type.name();
                out.open("tr", "data-of", Anchors.id(name));
                out.open("th", "scope", "row")
                        .element("a", name.name(), "href", Anchors.link(Anchors.id(name)))
                        .close();
                out.element("td", type.form().shown);
                out.element("td", DocLines.summary(type.doc()), "dir", "auto");
                out.element("td", type.owner()).close().line();
            }
            out.close().close().line();
        }
        out.close().line();
    }

    private void reading() {
        out.open("section", "id", "reading", "aria-labelledby", "reading-title").line();
        out.element("h2", "How to read this", "id", "reading-title").line();
        Explanations.ALL.forEach(text -> out.element("p", text).line());
        out.close().line();
    }

    private static String hash(String resource) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(resource(resource).getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + '\'';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream file = HtmlWriter.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            // Whatever the line ends of who built this.
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
