package org.domaintypesystem.maven.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.domaintypesystem.maven.catalogue.Diagram.Arrow;
import org.domaintypesystem.maven.catalogue.Diagram.Box;
import org.domaintypesystem.maven.catalogue.Diagram.Point;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * Puts types into columns, each to the left of those that it uses. An arrow that passes a column has a place of its own in
 * it, as a box has. The places are such that arrows are short, within the order that makes few of them cross.
 */
final class LayeredLayout {
    private static final int COLUMN_GAP = 64;
    private static final int ROW_GAP = 18;
    private static final int PASS_HEIGHT = 6;
    private static final int SWEEPS = 12;
    /** How far arrows in both directions are from each other. */
    private static final int ASIDE = 8;

    /** A place in a column: that of a type, or of an arrow that passes. */
    private static final class Cell {
        final @Nullable CatalogueType type;
        final int height;
        final List<Cell> left = new ArrayList<>();
        final List<Cell> right = new ArrayList<>();
        double y;

        Cell(@Nullable CatalogueType type) {
            this.type = type;
            this.height = type == null ? PASS_HEIGHT : Diagram.BOX_HEIGHT;
        }

        double middle() {
            return y + height / 2.0;
        }
    }

    /** An arrow through columns from left to right, or back. */
    private record Route(List<Cell> cells, boolean isBack) {}

    private final List<CatalogueType> types;
    private final Map<TypeName, Cell> cells = new HashMap<>();
    private final List<List<Cell>> columns = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();

    private LayeredLayout(List<CatalogueType> types) {
        this.types = types;
    }

    /** The layout of types that refer to each other only. */
    static Diagram of(List<CatalogueType> types) {
        LayeredLayout layout = new LayeredLayout(types);
        layout.fillColumns(Layers.of(types));
        layout.order();
        layout.place();
        return layout.diagram();
    }

    private void fillColumns(Layers layers) {
        for (int i = 0; i < layers.count(); i++) {
            columns.add(new ArrayList<>());
        }
        for (CatalogueType type : types) {
            Cell cell = new Cell(type);
            cells.put(type.name(), cell);
            columns.get(layers.of(type.name())).add(cell);
        }
        for (CatalogueType type : types) {
            for (TypeName used : type.uses()) {
                if (!used.equals(type.name())) {
                    boolean isBack = layers.of(used) < layers.of(type.name());
                    TypeName from = isBack ? used : type.name();
                    TypeName to = isBack ? type.name() : used;
                    routes.add(new Route(route(from, to, layers), isBack));
                }
            }
        }
    }

    private List<Cell> route(TypeName from, TypeName to, Layers layers) {
        List<Cell> route = new ArrayList<>(List.of(cell(from)));
        for (int column = layers.of(from) + 1; column < layers.of(to); column++) {
            Cell pass = new Cell(null);
            columns.get(column).add(pass);
            route.add(pass);
        }
        route.add(cell(to));
        for (int i = 1; i < route.size(); i++) {
            route.get(i - 1).right.add(route.get(i));
            route.get(i).left.add(route.get(i - 1));
        }
        return route;
    }

    private Cell cell(TypeName name) {
        Cell cell = cells.get(name);
        if (cell == null) {
            throw new IllegalStateException(name + " is not in this group");
        }
        return cell;
    }

    private void order() {
        columns.forEach(LayeredLayout::stack);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean toTheRight = sweep % 2 == 0;
            for (int i = 1; i < columns.size(); i++) {
                List<Cell> column = columns.get(toTheRight ? i : columns.size() - 1 - i);
                Function<Cell, List<Cell>> neighbours = toTheRight ? cell -> cell.left : cell -> cell.right;
                Map<Cell, Double> wanted = new HashMap<>();
                column.forEach(cell -> wanted.put(cell, wanted(cell, neighbours.apply(cell))));
                column.sort(Comparator.comparingDouble(cell -> wanted.getOrDefault(cell, 0.0)));
                stack(column);
            }
        }
    }

    /** Where the middle of a cell would be best. */
    private static double wanted(Cell cell, List<Cell> neighbours) {
        return neighbours.stream().mapToDouble(Cell::middle).average().orElse(cell.middle());
    }

    /** Puts the cells one below the other, around 0. */
    private static void stack(List<Cell> column) {
        double height =
                column.stream().mapToDouble(cell -> cell.height + ROW_GAP).sum() - ROW_GAP;
        double y = -height / 2;
        for (Cell cell : column) {
            cell.y = y;
            y += cell.height + ROW_GAP;
        }
    }

    private void place() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean toTheRight = sweep % 2 == 0;
            for (int i = 1; i < columns.size(); i++) {
                List<Cell> column = columns.get(toTheRight ? i : columns.size() - 1 - i);
                align(column, toTheRight ? cell -> cell.left : cell -> cell.right);
            }
        }
    }

    /** Moves the cells of a column to where they are wanted, as far as they leave each other room. */
    private static void align(List<Cell> column, Function<Cell, List<Cell>> neighbours) {
        double[] wanted = new double[column.size()];
        double surplus = 0;
        double end = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < wanted.length; i++) {
            Cell cell = column.get(i);
            wanted[i] = wanted(cell, neighbours.apply(cell)) - cell.height / 2.0;
            cell.y = Math.max(wanted[i], end);
            end = cell.y + cell.height + ROW_GAP;
            surplus += cell.y - wanted[i];
        }
        // Room was made downwards only: half of it is to be made upwards.
        for (Cell cell : column) {
            cell.y -= surplus / wanted.length;
        }
    }

    private Diagram diagram() {
        double top = columns.stream()
                .flatMap(List::stream)
                .mapToDouble(cell -> cell.y)
                .min()
                .orElse(0);
        int[] x = new int[columns.size() + 1];
        List<Box> boxes = new ArrayList<>();
        int bottom = 0;
        Map<Cell, Integer> lefts = new HashMap<>();
        Map<Cell, Integer> rights = new HashMap<>();
        Map<Cell, Integer> ends = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int width = 0;
            for (Cell cell : columns.get(i)) {
                cell.y = Math.round(cell.y - top);
                bottom = Math.max(bottom, (int) cell.y + cell.height);
                width = Math.max(width, cell.type == null ? 0 : Diagram.boxWidth(cell.type));
            }
            x[i + 1] = x[i] + width + COLUMN_GAP;
            for (Cell cell : columns.get(i)) {
                lefts.put(cell, x[i]);
                ends.put(cell, x[i] + width);
                rights.put(cell, x[i] + (cell.type == null ? width : Diagram.boxWidth(cell.type)));
                if (cell.type != null) {
                    boxes.add(new Box(cell.type, x[i], (int) cell.y, Diagram.boxWidth(cell.type)));
                }
            }
        }
        List<Arrow> arrows = new ArrayList<>();
        for (Route route : routes) {
            arrows.add(arrow(route, lefts, rights, ends));
        }
        return new Diagram(x[columns.size()] - COLUMN_GAP, bottom, boxes, arrows);
    }

    private static Arrow arrow(
            Route route, Map<Cell, Integer> lefts, Map<Cell, Integer> rights, Map<Cell, Integer> ends) {
        List<Point> points = new ArrayList<>();
        int last = route.cells().size() - 1;
        for (int i = 0; i <= last; i++) {
            Cell cell = route.cells().get(i);
            int y = (int) cell.middle() + (cell.type != null && route.isBack() ? ASIDE : 0);
            if (i > 0) {
                points.add(new Point(lefts.getOrDefault(cell, 0), y));
            }
            if (i < last) {
                Point right = new Point(rights.getOrDefault(cell, 0), y);
                Point end = new Point(ends.getOrDefault(cell, 0), y);
                points.add(right);
                if (!right.equals(end)) {
                    // Straight on, past wider boxes of the column.
                    points.addAll(List.of(end, end));
                }
            }
        }
        if (route.isBack()) {
            Collections.reverse(points);
        }
        return new Arrow(points);
    }
}
