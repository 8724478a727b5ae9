package org.domaintypesystem.maven.catalogue;

import java.util.List;
import org.domaintypesystem.maven.catalogue.CatalogueType.Form;
import org.domaintypesystem.schema.TypeName;

/** Writes what the HTML says of single types. */
final class HtmlSections {
    private final Markup out;

    HtmlSections(Markup out) {
        this.out = out;
    }

    /** The name of a namespace, for people. */
    static String shown(String namespace) {
        return namespace.isEmpty() ? "Default namespace" : namespace;
    }

    static void heading(Markup out, List<String> columns) {
        out.open("thead").open("tr");
        columns.forEach(column -> out.element("th", column, "scope", "col"));
        out.close().close().line();
    }

    /** Writes a namespace with its types. */
    void write(String namespace, List<CatalogueType> types) {
        out.open("section", "class", "filtered").line();
        out.element("h2", shown(namespace), "id", Anchors.id(namespace)).line();
        types.forEach(this::type);
        out.close().line();
    }

    private void type(CatalogueType type) {
        String id = Anchors.id(type.name());
        out.open("article", "id", id, "data-of", id).line();
        out.open("h3")
                .text(type.name().qualified())
                .text(" ")
                .element("span", type.form().shown, "class", "form")
                .close()
                .line();
        doc(type.doc());
        facts(type);
        if (type.rows().isEmpty()) {
            out.element("p", "There is nothing in it.").line();
        } else {
            rows(type);
        }
        retired(type);
        if (!type.schema().isEmpty()) {
            out.open("details").element("summary", "Schema").line();
            out.open("pre", "tabindex", "0")
                    .element("code", type.schema().replace("\r\n", "\n"))
                    .close();
            out.close().line();
        }
        out.close().line();
    }

    private void facts(CatalogueType type) {
        out.open("dl").line();
        code("Type id", type.shownId());
        code("Schema id", type.shownSchemaId());
        if (type.isMessage()) {
            out.element("dt", "Multicast group").open("dd").element("code", type.group());
            out.text(", " + CatalogueType.port()).close().line();
        }
        out.element("dt", "Declared by").element("dd", type.owner()).line();
        code("Schema file", type.name().file());
        links("Uses", type.uses(), type);
        links("Used by", type.usedBy(), type);
        out.close().line();
    }

    private void code(String name, String value) {
        out.element("dt", name).open("dd").element("code", value).close().line();
    }

    private void links(String name, List<TypeName> targets, CatalogueType from) {
        out.element("dt", name).open("dd");
        if (targets.isEmpty()) {
            out.text("none");
        }
        for (int i = 0; i < targets.size(); i++) {
            out.text(i == 0 ? "" : ", ");
            link(targets.get(i), from);
        }
        out.close().line();
    }

    private void rows(CatalogueType type) {
        boolean hasTypes = type.form() != Form.ENUM;
        out.open("div", "class", "scroll").open("table").line();
        out.element("caption", type.form().row + "s of " + type.name().name(), "class", "unseen")
                .line();
        heading(
                out,
                hasTypes
                        ? List.of("No.", type.form().row, "Type", "Meaning")
                        : List.of("No.", type.form().row, "Meaning"));
        out.open("tbody").line();
        for (CatalogueRow row : type.rows()) {
            out.open("tr").element("td", row.shownNumbers(), "class", "number");
            out.open("th", "scope", "row").element("code", row.name()).close();
            if (hasTypes) {
                out.open("td");
                shown(row.type(), type);
                out.close();
            }
            out.open("td");
            doc(row.doc());
            out.close().close().line();
        }
        out.close().close().close().line();
    }

    private void retired(CatalogueType type) {
        if (type.retired().isEmpty()) {
            return;
        }
        out.element("h4", "Retired numbers").line().open("ul").line();
        for (CatalogueRow row : type.retired()) {
            out.open("li").text(row.shownNumbers() + ": ").element("code", row.name());
            if (type.form() != Form.ENUM) {
                out.text(", ");
                shown(row.type(), type);
            }
            out.close().line();
        }
        out.close().line();
    }

    private void shown(ShownType shown, CatalogueType in) {
        for (ShownType.Part part : shown.parts()) {
            if (part instanceof ShownType.Link link) {
                link(link.target(), in);
            } else if (part instanceof ShownType.Keyword keyword) {
                out.element("code", keyword.text());
            } else if (part instanceof ShownType.Words words) {
                out.text(words.text());
            }
        }
    }

    private void link(TypeName target, CatalogueType from) {
        boolean isNear = target.namespace().equals(from.name().namespace());
        out.element("a", isNear ? target.name() : target.qualified(), "href", Anchors.link(Anchors.id(target)));
    }

    /** Which way a text runs is its own affair, so that it cannot turn what stands around it. */
    private void doc(String doc) {
        boolean inList = false;
        for (String paragraph : DocLines.of(doc)) {
            boolean isItem = DocLines.isItem(paragraph);
            if (isItem != inList) {
                inList = isItem;
                if (isItem) {
                    out.open("ul");
                } else {
                    out.close();
                }
            }
            out.element(isItem ? "li" : "p", isItem ? paragraph.substring(2) : paragraph, "dir", "auto");
        }
        if (inList) {
            out.close();
        }
        if (!doc.isEmpty()) {
            out.line();
        }
    }
}
