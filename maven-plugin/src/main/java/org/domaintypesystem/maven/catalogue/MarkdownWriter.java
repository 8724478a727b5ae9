package org.domaintypesystem.maven.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.domaintypesystem.maven.catalogue.CatalogueType.Form;
import org.domaintypesystem.schema.TypeName;

/**
 * Writes a catalogue in Markdown, with tables, and a diagram that Mermaid draws, as many who show Markdown do. The text
 * depends on nothing but the catalogue.
 */
public final class MarkdownWriter {
    private final Catalogue catalogue;
    private final StringBuilder out = new StringBuilder();

    private MarkdownWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public static String write(Catalogue catalogue) {
        return new MarkdownWriter(catalogue).document();
    }

    private String document() {
        paragraph("# Types of " + MarkdownText.of(catalogue.title()));
        paragraph(catalogue.summary() + '.');
        if (catalogue.types().isEmpty()) {
            return out.toString();
        }
        paragraph("## Who uses whom");
        paragraph(MermaidWriter.write(catalogue));
        paragraph("## Index");
        table(
                List.of("Type", "Kind", "Meaning", "Declared by"),
                catalogue.types().stream()
                        .map(type -> List.of(
                                link(type.name(), ""),
                                type.form().shown,
                                MarkdownText.of(DocLines.summary(type.doc())),
                                MarkdownText.of(type.owner())))
                        .toList());
        catalogue.byNamespace().forEach((namespace, types) -> {
            paragraph("## " + MarkdownText.of(HtmlSections.shown(namespace)));
            types.forEach(this::type);
        });
        paragraph("## How to read this");
        Explanations.ALL.forEach(text -> paragraph(MarkdownText.of(text)));
        out.setLength(out.length() - 1);
        return out.toString();
    }

    private void type(CatalogueType type) {
        paragraph("<a id=\"" + Anchors.id(type.name()) + "\"></a>");
        paragraph("### " + MarkdownText.of(type.name().qualified()));
        doc(type.doc());
        facts(type);
        if (type.rows().isEmpty()) {
            paragraph("There is nothing in it.");
        } else {
            rows(type);
        }
        if (!type.retired().isEmpty()) {
            paragraph(type.retired().stream()
                    .map(row -> row.shownNumbers() + " (" + MarkdownText.code(row.name())
                            + (type.form() == Form.ENUM ? "" : ", " + shown(row.type(), type)) + ')')
                    .collect(Collectors.joining(", ", "Retired numbers: ", ".")));
        }
    }

    private void facts(CatalogueType type) {
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of("Kind", type.form().shown));
        facts.add(List.of("Type id", MarkdownText.code(type.shownId())));
        facts.add(List.of("Schema id", MarkdownText.code(type.shownSchemaId())));
        if (type.isMessage()) {
            facts.add(List.of("Multicast group", MarkdownText.code(type.group()) + ", " + CatalogueType.port()));
        }
        facts.add(List.of("Declared by", MarkdownText.of(type.owner())));
        facts.add(List.of("Schema file", MarkdownText.of(type.name().file())));
        facts.add(List.of("Uses", links(type.uses(), type)));
        facts.add(List.of("Used by", links(type.usedBy(), type)));
        table(List.of("", ""), facts);
    }

    private void rows(CatalogueType type) {
        boolean hasTypes = type.form() != Form.ENUM;
        List<List<String>> rows = new ArrayList<>();
        for (CatalogueRow row : type.rows()) {
            List<String> cells = new ArrayList<>(
                    List.of(row.shownNumbers(), row.name().isEmpty() ? "" : MarkdownText.code(row.name())));
            if (hasTypes) {
                cells.add(shown(row.type(), type));
            }
            cells.add(DocLines.of(row.doc()).stream().map(MarkdownText::of).collect(Collectors.joining("<br>")));
            rows.add(cells);
        }
        table(
                hasTypes
                        ? List.of("No.", type.form().row, "Type", "Meaning")
                        : List.of("No.", type.form().row, "Meaning"),
                rows);
    }

    private String links(List<TypeName> targets, CatalogueType from) {
        return targets.isEmpty()
                ? "none"
                : targets.stream()
                        .map(target -> link(target, from.name().namespace()))
                        .collect(Collectors.joining(", "));
    }

    private String shown(ShownType shown, CatalogueType in) {
        StringBuilder text = new StringBuilder();
        for (ShownType.Part part : shown.parts()) {
            if (part instanceof ShownType.Link link) {
                text.append(link(link.target(), in.name().namespace()));
            } else if (part instanceof ShownType.Keyword keyword) {
                text.append(MarkdownText.code(keyword.text()));
            } else if (part instanceof ShownType.Words words) {
                text.append(words.text());
            }
        }
        return text.toString();
    }

    /** A link, with the namespace in front if it is another one. */
    private static String link(TypeName target, String namespace) {
        boolean isNear = !namespace.isEmpty() && target.namespace().equals(namespace);
        String shown = isNear ? target.name() : target.qualified();
        return '[' + MarkdownText.of(shown) + "](" + Anchors.link(Anchors.id(target)) + ')';
    }

    private void doc(String doc) {
        boolean inList = false;
        for (String text : DocLines.of(doc)) {
            boolean isItem = DocLines.isItem(text);
            if (inList && !isItem) {
                out.append('\n');
            }
            inList = isItem;
            if (isItem) {
                out.append("- ").append(MarkdownText.of(text.substring(2))).append('\n');
            } else {
                paragraph(MarkdownText.of(text));
            }
        }
        if (inList) {
            out.append('\n');
        }
    }

    private void table(List<String> columns, List<List<String>> rows) {
        row(columns);
        row(columns.stream().map(column -> "---").toList());
        rows.forEach(this::row);
        out.append('\n');
    }

    private void row(List<String> cells) {
        cells.forEach(cell -> out.append('|').append(cell.isEmpty() ? " " : ' ' + cell + ' '));
        out.append("|\n");
    }

    private void paragraph(String text) {
        out.append(text).append("\n\n");
    }
}
