package org.domaintypesystem.maven.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.domaintypesystem.maven.catalogue.Diagram.Arrow;
import org.domaintypesystem.maven.catalogue.Diagram.Box;
import org.domaintypesystem.maven.catalogue.Diagram.Point;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;
import org.junit.jupiter.api.Test;

class DiagramLayoutTest {

    @Test
    void usersAreToTheLeftOfWhatTheyUse() {
        Diagram diagram = DiagramLayout.of(catalogue(Map.of("A", "B C", "B", "C", "D", "C", "C", "")));
        assertThat(x(diagram, "A")).isLessThan(x(diagram, "B"));
        assertThat(x(diagram, "B")).isEqualTo(x(diagram, "D")).isLessThan(x(diagram, "C"));
    }

    @Test
    void typesThatUseEachOtherHaveArrowsInBothDirections() {
        Diagram diagram = DiagramLayout.of(catalogue(Map.of("A", "B", "B", "A")));
        assertThat(diagram.arrows()).hasSize(2);
        Arrow there = diagram.arrows().get(0);
        Arrow back = diagram.arrows().get(1);
        assertThat(there.points().get(0).x()).isLessThan(there.points().get(1).x());
        assertThat(back.points().get(0).x()).isGreaterThan(back.points().get(1).x());
    }

    @Test
    void arrowsBendBetweenColumnsAndNotBehindWiderTypes() {
        String wide = "ATypeWithANameThatIsMuchLongerThanThoseOfOthers";
        Diagram diagram = DiagramLayout.of(catalogue(Map.of("Root", "A " + wide, "A", "C", wide, "C", "C", "")));
        for (Arrow arrow : diagram.arrows()) {
            for (int i = 1; i < arrow.points().size(); i++) {
                Point from = arrow.points().get(i - 1);
                Point to = arrow.points().get(i);
                if (from.y() != to.y()) {
                    assertThat(diagram.boxes())
                            .as("%s to %s", from, to)
                            .noneMatch(box -> box.x() < Math.max(from.x(), to.x())
                                    && box.x() + box.width() > Math.min(from.x(), to.x()));
                }
            }
        }
    }

    @Test
    void everythingHasItsOwnPlaceInside() {
        for (int seed = 0; seed < 40; seed++) {
            Catalogue catalogue = random(new Random(seed), seed);
            Diagram diagram = DiagramLayout.of(catalogue);
            assertThat(diagram.boxes()).extracting(Box::type).containsExactlyInAnyOrderElementsOf(catalogue.types());
            for (Box box : diagram.boxes()) {
                assertThat(box.x()).isNotNegative();
                assertThat(box.y()).isNotNegative();
                assertThat(box.x() + box.width()).isLessThanOrEqualTo(diagram.width());
                assertThat(box.y() + Diagram.BOX_HEIGHT).isLessThanOrEqualTo(diagram.height());
                assertThat(diagram.boxes().stream().filter(other -> other != box && !areApart(box, other)))
                        .as("seed %d: too near to %s", seed, box)
                        .isEmpty();
            }
            assertArrows(catalogue, diagram);
        }
    }

    private static void assertArrows(Catalogue catalogue, Diagram diagram) {
        List<String> wanted = new ArrayList<>();
        for (CatalogueType type : catalogue.types()) {
            for (TypeName used : type.uses()) {
                if (!used.equals(type.name())) {
                    wanted.add(type.name() + " to " + used);
                }
            }
        }
        List<String> drawn = new ArrayList<>();
        for (Arrow arrow : diagram.arrows()) {
            assertThat(arrow.points()).allSatisfy(point -> {
                assertThat(point.x()).isBetween(0, diagram.width());
                assertThat(point.y()).isBetween(0, diagram.height());
            });
            Point last = arrow.points().get(arrow.points().size() - 1);
            drawn.add(at(diagram, arrow.points().get(0)) + " to " + at(diagram, last));
        }
        assertThat(drawn).containsExactlyInAnyOrderElementsOf(wanted);
    }

    /** The type at whose left or right side the point is. */
    private static TypeName at(Diagram diagram, Point point) {
        return diagram.boxes().stream()
                .filter(box -> point.y() > box.y()
                        && point.y() < box.y() + Diagram.BOX_HEIGHT
                        && (point.x() == box.x() || point.x() == box.x() + box.width()))
                .map(box -> box.type().name())
                .findFirst()
                .orElseThrow();
    }

    private static boolean areApart(Box one, Box other) {
        return one.x() + one.width() < other.x()
                || other.x() + other.width() < one.x()
                || one.y() + Diagram.BOX_HEIGHT < other.y()
                || other.y() + Diagram.BOX_HEIGHT < one.y();
    }

    private static int x(Diagram diagram, String name) {
        return diagram.boxes().stream()
                .filter(box -> box.type().name().name().equals(name))
                .findFirst()
                .orElseThrow()
                .x();
    }

    private static Catalogue random(Random random, int types) {
        Map<String, String> uses = new HashMap<>();
        for (int i = 0; i < types; i++) {
            StringBuilder used = new StringBuilder();
            for (int n = random.nextInt(3); n > 0; n--) {
                used.append(" T").append(random.nextInt(types));
            }
            uses.put("T" + i, used.toString());
        }
        return catalogue(uses);
    }

    /** A catalogue of types by the names of what they use. */
    private static Catalogue catalogue(Map<String, String> uses) {
        SortedMap<String, String> texts = new TreeMap<>();
        uses.forEach((name, all) -> {
            StringBuilder imports = new StringBuilder();
            StringBuilder fields = new StringBuilder();
            int ordinal = 0;
            for (String used : new TreeSet<>(List.of(all.strip().split(" ")))) {
                if (!used.isEmpty()) {
                    if (!used.equals(name)) {
                        imports.append("using import \"/%s.capnp\".%s;%n".formatted(used, used));
                    }
                    fields.append("f%d @%d :%s;%n".formatted(ordinal, ordinal++, used));
                }
            }
            String path = name + ".capnp";
            texts.put(
                    path,
                    "@0x" + TypeIds.hex(TypeIds.fileId(path)) + ";\n" + imports + "struct " + name + " {\n" + fields
                            + "}\n");
        });
        return CatalogueReader.read(new SchemaSource("test", texts, Set.of()), List.of());
    }
}
