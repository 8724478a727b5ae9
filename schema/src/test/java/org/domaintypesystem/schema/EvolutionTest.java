package org.domaintypesystem.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.StructLayout.Slot;
import org.domaintypesystem.schema.compatibility.Compatibility;
import org.domaintypesystem.schema.compatibility.Rule;
import org.domaintypesystem.schema.compatibility.SchemaChange;
import org.domaintypesystem.schema.compatibility.SchemaComparer;
import org.domaintypesystem.schema.testing.CapnpTool;
import org.domaintypesystem.schema.testing.DecodedValue;
import org.domaintypesystem.schema.testing.RandomSchemas;
import org.domaintypesystem.schema.testing.RandomValues;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the comparer says of random changes, against what the reference implementation reads. */
@Tag("capnp")
class EvolutionTest {
    private static final int SEEDS = 40;

    @TempDir
    private Path directory;

    @Test
    void legalStepsAreNoErrorsAndOldAndNewReadEachOther() throws IOException {
        Set<Rule> rules = new HashSet<>();
        int compared = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            List<SchemaFile> before = RandomSchemas.files(seed);
            List<SchemaFile> after = new RandomEvolution(seed).evolve(before);
            List<SchemaChange> changes = SchemaComparer.compare(before, after);
            assertThat(changes).as("seed %d", seed).noneMatch(Compatibility.FULL::refuses);
            changes.forEach(change -> rules.add(change.rule()));
            slotsStay(before, after, seed);
            compared += exchange(before, after, seed);
        }
        assertThat(rules)
                .contains(
                        Rule.FIELD_ADDED,
                        Rule.CONSTANT_ADDED,
                        Rule.SUBTYPE_ADDED,
                        Rule.MEMBER_RENAMED,
                        Rule.MEMBER_RETIRED,
                        Rule.FIELD_MADE_NULLABLE,
                        Rule.TYPE_RENAMED);
        assertThat(compared).isGreaterThan(1000);
    }

    @Test
    void oneIllegalEditIsAnError() {
        Set<Rule> rules = new HashSet<>();
        int damaged = 0;
        for (long seed = 0; seed < 25 * SEEDS; seed++) {
            RandomEvolution evolution = new RandomEvolution(seed);
            List<SchemaFile> before = evolution.evolve(RandomSchemas.files(seed));
            Optional<List<SchemaFile>> after = evolution.damage(before);
            if (after.isPresent()) {
                List<SchemaChange> errors = SchemaComparer.compare(before, after.get()).stream()
                        .filter(Compatibility.FULL::refuses)
                        .toList();
                assertThat(errors).as("seed %d", seed).isNotEmpty();
                errors.forEach(change -> rules.add(change.rule()));
                damaged++;
            }
        }
        assertThat(damaged).isGreaterThan(10 * SEEDS);
        assertThat(rules)
                .contains(
                        Rule.MEMBER_INSERTED,
                        Rule.MEMBER_REMOVED,
                        Rule.MEMBERS_SWAPPED,
                        Rule.NUMBER_CHANGED,
                        Rule.TYPE_CHANGED,
                        Rule.NULLNESS_CHANGED,
                        Rule.NULLABLE_MADE_PLAIN);
    }

    @Test
    void resultDoesNotDependOnTheOrderOfFilesOrMembers() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<SchemaFile> before = RandomSchemas.files(seed);
            List<SchemaFile> after = new RandomEvolution(seed).evolve(before);
            assertThat(SchemaComparer.compare(reversed(before), reversed(after)))
                    .as("seed %d", seed)
                    .isEqualTo(SchemaComparer.compare(before, after));
        }
    }

    private static List<SchemaFile> reversed(List<SchemaFile> files) {
        List<SchemaFile> reversed = new ArrayList<>(files);
        Collections.reverse(reversed);
        return reversed;
    }

    private static void slotsStay(List<SchemaFile> before, List<SchemaFile> after, long seed) {
        Map<Long, Node> nodes = nodes(after);
        for (StructNode struct : RandomSchemas.structs(before)) {
            List<Slot> old = StructLayout.of(struct).slots();
            List<Slot> now =
                    StructLayout.of((StructNode) nodes.get(struct.id())).slots();
            for (int i = 0; i < old.size(); i++) {
                Slot was = old.get(i);
                assertThat(now.get(i))
                        .as("seed %d, %s @%d", seed, struct.name(), i)
                        .isIn(was, new Slot(was.storage(), was.offset(), was.tag() == Slot.NO_TAG ? 0 : was.tag()));
            }
        }
    }

    /** Writes a value with each version, reads it with both, and returns how many fields were compared. */
    private int exchange(List<SchemaFile> before, List<SchemaFile> after, long seed) throws IOException {
        Path oldFolder = Files.createDirectory(directory.resolve("old" + seed));
        Path newFolder = Files.createDirectory(directory.resolve("new" + seed));
        ReferenceCompiler.write(oldFolder, RandomSchemas.texts(before));
        ReferenceCompiler.write(newFolder, RandomSchemas.texts(after));
        assertThat(ReferenceCompiler.layout(
                        newFolder, after.stream().map(SchemaFile::path).toList()))
                .as("seed %d", seed)
                .isEqualTo(ReferenceCompiler.describe(after));
        Map<Long, Node> oldNodes = nodes(before);
        Map<Long, Node> newNodes = nodes(after);
        SchemaComparison comparison = new SchemaComparison(oldNodes, newNodes, "seed " + seed);
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).root() instanceof StructNode oldRoot
                    && after.get(i).root() instanceof StructNode newRoot) {
                Random random = new Random(seed);
                byte[] written = encode(oldFolder, oldRoot, new RandomValues(oldNodes, random).of(oldRoot));
                comparison.same(
                        oldRoot, decode(oldFolder, oldRoot, written), newRoot, decode(newFolder, newRoot, written));
                written = encode(newFolder, newRoot, new RandomValues(newNodes, random).of(newRoot));
                comparison.same(
                        oldRoot, decode(oldFolder, oldRoot, written), newRoot, decode(newFolder, newRoot, written));
            }
        }
        return comparison.fields();
    }

    private static byte[] encode(Path folder, Node root, String value) {
        return CapnpTool.in(folder).encode(root.name().file(), root.name().name(), value);
    }

    private static Map<String, Object> decode(Path folder, Node root, byte[] message) {
        return DecodedValue.struct(
                CapnpTool.in(folder).decode(root.name().file(), root.name().name(), message));
    }

    private static Map<Long, Node> nodes(List<SchemaFile> files) {
        Map<Long, Node> nodes = new HashMap<>();
        files.forEach(file -> collect(file.root(), nodes));
        return nodes;
    }

    private static void collect(Node node, Map<Long, Node> into) {
        into.put(node.id(), node);
        if (node instanceof StructNode struct) {
            struct.nested().forEach(inner -> collect(inner, into));
        }
    }
}
