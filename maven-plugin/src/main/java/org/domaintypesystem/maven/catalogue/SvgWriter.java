package org.domaintypesystem.maven.catalogue;

import java.util.List;
import java.util.Locale;
import org.domaintypesystem.maven.catalogue.CatalogueType.Form;
import org.domaintypesystem.maven.catalogue.Diagram.Arrow;
import org.domaintypesystem.maven.catalogue.Diagram.Box;
import org.domaintypesystem.maven.catalogue.Diagram.Point;

/** Draws a diagram as SVG; its colours are those of the document that it stands in. */
final class SvgWriter {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int LOOP = 12;

    private final Markup out;

    SvgWriter(Markup out) {
        this.out = out;
    }

    /**
     * Draws it.
     *
     * @param labelId of the element that says what it shows
     */
    void write(Diagram diagram, String labelId) {
        String width = String.valueOf(diagram.width());
        String height = String.valueOf(diagram.height());
        out.open(
                        "svg",
                        "xmlns",
                        NAMESPACE,
                        "width",
                        width,
                        "height",
                        height,
                        "viewBox",
                        "0 0 " + width + ' ' + height,
                        "aria-labelledby",
                        labelId)
                .line();
        out.open("defs");
        out.open(
                "marker",
                "id",
                "arrow",
                "viewBox",
                "0 0 10 10",
                "refX",
                "9",
                "refY",
                "5",
                "markerWidth",
                "7",
                "markerHeight",
                "7",
                "orient",
                "auto");
        out.empty("path", "class", "head", "d", "M 0 0 L 10 5 L 0 10 z")
                .close()
                .close()
                .line();
        diagram.arrows().forEach(arrow -> path(curve(arrow)));
        for (Box box : diagram.boxes()) {
            box(box);
        }
        out.close().line();
    }

    private void box(Box box) {
        CatalogueType type = box.type();
        if (type.uses().contains(type.name())) {
            int right = box.x() + box.width();
            path("M " + (right - 32) + ' ' + box.y() + " c 0 " + -LOOP + " 20 " + -LOOP + " 20 0");
        }
        out.open("a", "href", Anchors.link(Anchors.id(type.name())));
        out.element("title", type.name().qualified() + ", " + type.form().shown);
        out.empty(
                "rect",
                "class",
                type.form().name().toLowerCase(Locale.ROOT) + (type.isOwn() ? "" : " other"),
                "x",
                String.valueOf(box.x()),
                "y",
                String.valueOf(box.y()),
                "width",
                String.valueOf(box.width()),
                "height",
                String.valueOf(Diagram.BOX_HEIGHT),
                "rx",
                type.form() == Form.ENUM ? "22" : "4");
        label(type.name().name(), "name", box, type.name().namespace().isEmpty() ? 27 : 20);
        if (!type.name().namespace().isEmpty()) {
            label(type.name().namespace(), "namespace", box, 35);
        }
        out.close().line();
    }

    private void label(String text, String style, Box box, int y) {
        out.element(
                "text",
                text,
                "class",
                style,
                "x",
                String.valueOf(box.x() + box.width() / 2),
                "y",
                String.valueOf(box.y() + y));
    }

    private void path(String line) {
        out.empty("path", "class", "arrow", "d", line, "marker-end", "url(#arrow)")
                .line();
    }

    private static String curve(Arrow arrow) {
        List<Point> points = arrow.points();
        StringBuilder line = new StringBuilder("M " + shown(points.get(0)));
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            if (i % 2 == 0) {
                line.append(" L ").append(shown(to));
            } else {
                int middle = (from.x() + to.x()) / 2;
                line.append(" C ")
                        .append(shown(new Point(middle, from.y())))
                        .append(", ")
                        .append(shown(new Point(middle, to.y())))
                        .append(", ")
                        .append(shown(to));
            }
        }
        return line.toString();
    }

    private static String shown(Point point) {
        return point.x() + " " + point.y();
    }
}
