package org.domaintypesystem.schema.compatibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.domaintypesystem.schema.TypeName;
import org.domaintypesystem.schema.compatibility.Property.Kind;
import org.domaintypesystem.schema.compatibility.PropertyPairs.Pair;

/**
 * Finds why members have other numbers than before. Numbers follow from the order of declaration, so one edit moves many
 * of them: each edit is one change, which shows what it moved.
 */
final class NumberComparer {
    private final TypeName declaration;
    private final List<Pair> pairs;
    private final List<Pair> nullness;
    private final int highest;
    private final MemberMessages messages;
    private final List<Property> removed;
    private final List<Property> inserted = new ArrayList<>();
    private final List<SchemaChange> changes = new ArrayList<>();

    /**
     * Prepares the comparison.
     *
     * @param nullness the pairs of which one is plain and the other one may be absent
     * @param highest the highest number that the old declaration had
     */
    NumberComparer(
            TypeName declaration, PropertyPairs properties, List<Pair> nullness, int highest, MemberMessages messages) {
        this.declaration = declaration;
        this.pairs = properties.pairs();
        this.nullness = nullness;
        this.highest = highest;
        this.messages = messages;
        this.removed = new ArrayList<>(properties.removed());
        properties.added().stream().filter(added -> added.first() <= highest).forEach(inserted::add);
    }

    List<SchemaChange> changes() {
        reused();
        List<Pair> moved = pairs.stream().filter(Pair::isMoved).toList();
        if (isSwap(moved)) {
            swapped(moved.get(0), moved.get(1));
            causes(List.of(), List.of());
        } else if (isOrderKept()) {
            List<Pair> up = moved.stream()
                    .filter(pair -> pair.after().ordinal() > pair.before().ordinal())
                    .toList();
            List<Pair> down = moved.stream()
                    .filter(pair -> pair.after().ordinal() < pair.before().ordinal())
                    .toList();
            List<Pair> unexplained = new ArrayList<>(moved);
            unexplained.removeAll(causes(up, down));
            reordered(unexplained);
        } else {
            reordered(moved);
            causes(List.of(), List.of());
        }
        return changes;
    }

    /** Members whose number went to one that is new. */
    private void reused() {
        for (Property old : List.copyOf(removed)) {
            for (Property now : List.copyOf(inserted)) {
                if (old.ordinal() == now.ordinal()) {
                    removed.remove(old);
                    inserted.remove(now);
                    changes.add(new SchemaChange(
                            Rule.NUMBER_REUSED,
                            declaration,
                            now.name(),
                            old.line(),
                            now.line(),
                            now.name() + ' ' + messages.reused(old, now)));
                }
            }
        }
    }

    private static boolean isSwap(List<Pair> moved) {
        return moved.size() == 2
                && moved.get(0).before().hasNumbersOf(moved.get(1).after())
                && moved.get(1).before().hasNumbersOf(moved.get(0).after());
    }

    private void swapped(Pair first, Pair second) {
        changes.add(change(
                Rule.MEMBERS_SWAPPED,
                first.after().name(),
                List.of(first.before(), second.before()),
                List.of(first.after(), second.after()),
                messages.swapped(first, second)));
    }

    /** Whether those that are in both versions come in the same order in both. */
    private boolean isOrderKept() {
        int last = -1;
        for (Pair pair : pairs) {
            if (pair.after().first() < last) {
                return false;
            }
            last = pair.after().first();
        }
        return true;
    }

    private void reordered(List<Pair> moved) {
        if (!moved.isEmpty()) {
            changes.add(change(
                    Rule.NUMBER_CHANGED,
                    moved.get(0).after().name(),
                    moved.stream().map(Pair::before).toList(),
                    moved.stream().map(Pair::after).toList(),
                    messages.reordered(moved, !inserted.isEmpty())));
        }
    }

    /** Reports what may move others, and returns those of the moved ones that are thereby explained. */
    private Set<Pair> causes(List<Pair> up, List<Pair> down) {
        Set<Pair> explained = new HashSet<>();
        if (!inserted.isEmpty() && !up.isEmpty()) {
            explained.addAll(up);
            changes.add(change(
                    Rule.MEMBER_INSERTED,
                    inserted.get(0).name(),
                    up.stream().map(Pair::before).toList(),
                    Stream.concat(inserted.stream(), up.stream().map(Pair::after))
                            .toList(),
                    messages.inserted(inserted, up)));
        }
        for (Property gone : removed) {
            List<Pair> consequences = explained.containsAll(down) ? List.of() : down;
            explained.addAll(down);
            changes.add(change(
                    Rule.MEMBER_REMOVED,
                    gone.name(),
                    Stream.concat(Stream.of(gone), consequences.stream().map(Pair::before))
                            .toList(),
                    consequences.stream().map(Pair::after).toList(),
                    messages.removed(gone, consequences)));
        }
        for (Pair pair : nullness) {
            boolean isPlain = pair.after().kind() == Kind.PLAIN;
            List<Pair> candidates = isPlain ? down : up;
            List<Pair> consequences = explained.containsAll(candidates) ? List.of() : candidates;
            explained.addAll(candidates);
            changes.add(change(
                    isPlain ? Rule.NULLABLE_MADE_PLAIN : Rule.NULLNESS_CHANGED,
                    pair.after().name(),
                    Stream.concat(Stream.of(pair), consequences.stream())
                            .map(Pair::before)
                            .toList(),
                    Stream.concat(Stream.of(pair), consequences.stream())
                            .map(Pair::after)
                            .toList(),
                    isPlain
                            ? messages.madePlain(pair, consequences)
                            : messages.nullnessChanged(pair, consequences, highest)));
        }
        return explained;
    }

    private SchemaChange change(Rule rule, String member, List<Property> before, List<Property> after, String message) {
        return new SchemaChange(rule, declaration, member, lines(before), lines(after), member + ' ' + message);
    }

    private static String lines(List<Property> properties) {
        // All alternatives of a named union have that of the union, which may be long: it is shown once, and not
        // copied.
        List<String> lines = properties.stream()
                .sorted(Comparator.comparingInt(Property::first))
                .map(Property::line)
                .distinct()
                .toList();
        return lines.size() == 1 ? lines.get(0) : String.join("\n", lines);
    }
}
