package org.domaintypesystem.maven.catalogue;

import java.util.List;

/** The types as boxes, and arrows from those that use others to these; all numbers are pixels. */
record Diagram(int width, int height, List<Box> boxes, List<Arrow> arrows) {
    static final int BOX_HEIGHT = 44;

    Diagram {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    record Box(CatalogueType type, int x, int y, int width) {}

    record Point(int x, int y) {}

    /** An arrow: its points are pairs, with a curve within a pair and a straight line from one to the next. */
    record Arrow(List<Point> points) {
        Arrow {
            points = List.copyOf(points);
        }
    }

    /** How wide the box of a type has to be for its name. */
    static int boxWidth(CatalogueType type) {
        double name = columns(type.name().name()) * 7.9;
        double namespace = columns(type.name().namespace()) * 6.7;
        return (int) Math.ceil(Math.max(Math.max(name, namespace), 40)) + 24;
    }

    private static int columns(String text) {
        return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }
}
