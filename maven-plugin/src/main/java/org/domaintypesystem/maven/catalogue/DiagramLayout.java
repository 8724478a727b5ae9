package org.domaintypesystem.maven.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.maven.catalogue.Diagram.Arrow;
import org.domaintypesystem.maven.catalogue.Diagram.Box;
import org.domaintypesystem.schema.TypeName;

/**
 * Gives each type its place in the diagram. Types that have to do with each other, however indirectly, are one group;
 * groups stand one below the other, and types that stand alone in rows at the end.
 */
final class DiagramLayout {
    private static final int MARGIN = 16;
    private static final int GAP = 16;
    private static final int ROW_WIDTH = 900;

    private final Catalogue catalogue;
    private final Map<TypeName, CatalogueType> byName = new HashMap<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private int width;
    private int height = MARGIN;

    private DiagramLayout(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.types().forEach(type -> byName.put(type.name(), type));
    }

    static Diagram of(Catalogue catalogue) {
        DiagramLayout layout = new DiagramLayout(catalogue);
        List<CatalogueType> alone = new ArrayList<>();
        for (List<CatalogueType> group : layout.groups()) {
            if (group.size() == 1) {
                alone.add(group.get(0));
            } else {
                layout.add(LayeredLayout.of(group));
            }
        }
        layout.addRows(alone);
        return new Diagram(layout.width + MARGIN, layout.height, layout.boxes, layout.arrows);
    }

    /** The groups in the order of their first types; so are the types in them. */
    private List<List<CatalogueType>> groups() {
        List<List<CatalogueType>> groups = new ArrayList<>();
        Set<CatalogueType> seen = new LinkedHashSet<>();
        for (CatalogueType first : catalogue.types()) {
            if (seen.contains(first)) {
                continue;
            }
            Set<CatalogueType> group = new LinkedHashSet<>();
            Deque<CatalogueType> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                CatalogueType type = open.pop();
                if (group.add(type)) {
                    type.uses().forEach(name -> open.push(type(name)));
                    type.usedBy().forEach(name -> open.push(type(name)));
                }
            }
            seen.addAll(group);
            groups.add(catalogue.types().stream().filter(group::contains).toList());
        }
        return groups;
    }

    private CatalogueType type(TypeName name) {
        CatalogueType type = byName.get(name);
        if (type == null) {
            throw new IllegalStateException(name + " is referred to, but not in the catalogue");
        }
        return type;
    }

    private void add(Diagram group) {
        group.boxes().forEach(box -> boxes.add(moved(box)));
        for (Arrow arrow : group.arrows()) {
            arrows.add(new Arrow(arrow.points().stream()
                    .map(point -> new Diagram.Point(point.x() + MARGIN, point.y() + height))
                    .toList()));
        }
        width = Math.max(width, group.width() + MARGIN);
        height += group.height() + MARGIN;
    }

    private Box moved(Box box) {
        return new Box(box.type(), box.x() + MARGIN, box.y() + height, box.width());
    }

    private void addRows(List<CatalogueType> types) {
        int x = MARGIN;
        for (CatalogueType type : types) {
            int boxWidth = Diagram.boxWidth(type);
            if (x > MARGIN && x + boxWidth > Math.max(ROW_WIDTH, width)) {
                x = MARGIN;
                height += Diagram.BOX_HEIGHT + GAP;
            }
            boxes.add(new Box(type, x, height, boxWidth));
            x += boxWidth + GAP;
            width = Math.max(width, x - GAP);
        }
        if (!types.isEmpty()) {
            height += Diagram.BOX_HEIGHT + MARGIN;
        }
    }
}
