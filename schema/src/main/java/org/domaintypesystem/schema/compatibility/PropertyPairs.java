package org.domaintypesystem.schema.compatibility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.Type;

/**
 * Which property of the new declaration is which one of the old.
 *
 * @param pairs those that are in both, by their old numbers
 * @param removed those that only the old one has, by their numbers
 * @param added those that only the new one has, by their numbers
 */
record PropertyPairs(List<Pair> pairs, List<Property> removed, List<Property> added) {

    /** How a property of the new declaration was recognised. */
    enum Match {
        NAME,
        RETIRED,
        RESTORED,
        NUMBER
    }

    record Pair(Property before, Property after, Match match) {
        boolean isMoved() {
            return before.kind() == after.kind() && !before.hasNumbersOf(after);
        }
    }

    /**
     * Compares names first; what is left over is recognised by number and type, which is how a property looks that was
     * renamed. One that was retired where it was makes its name free for a new one.
     */
    static PropertyPairs of(List<Property> before, List<Property> after) {
        Matching matching = new Matching(before, after);
        matching.match(Match.RETIRED, (old, now) -> isRetired(old, now) && old.hasNumbersOf(now));
        matching.match(Match.NAME, (old, now) -> old.name().equals(now.name()));
        matching.match(Match.RETIRED, PropertyPairs::isRetired);
        matching.match(Match.RESTORED, (old, now) -> isRetired(now, old));
        matching.match(Match.NUMBER, (old, now) -> old.ordinal() == now.ordinal() && isSame(old.type(), now.type()));
        matching.pairs.sort(Comparator.comparingInt(pair -> pair.before().first()));
        return new PropertyPairs(
                List.copyOf(matching.pairs), List.copyOf(matching.removed), List.copyOf(matching.added));
    }

    private static boolean isRetired(Property old, Property now) {
        return CapnpNames.retired(old.name()).equals(now.name());
    }

    /** Whether two types have one spelling or one id; whether the ids belong together is not known yet. */
    private static boolean isSame(Type old, Type now) {
        if (old instanceof Type.ListOf oldList && now instanceof Type.ListOf nowList) {
            return isSame(oldList.element(), nowList.element());
        }
        if (old instanceof Type.StructRef oldStruct && now instanceof Type.StructRef nowStruct) {
            return oldStruct.id() == nowStruct.id() || oldStruct.name().equals(nowStruct.name());
        }
        if (old instanceof Type.EnumRef oldEnum && now instanceof Type.EnumRef nowEnum) {
            return oldEnum.id() == nowEnum.id() || oldEnum.name().equals(nowEnum.name());
        }
        return old.equals(now);
    }

    private static final class Matching {
        private final List<Pair> pairs = new ArrayList<>();
        private final List<Property> removed;
        private final List<Property> added;

        Matching(List<Property> before, List<Property> after) {
            this.removed = new ArrayList<>(before);
            this.added = new ArrayList<>(after);
        }

        void match(Match match, BiPredicate<Property, Property> isSame) {
            for (Property old : List.copyOf(removed)) {
                for (Property now : List.copyOf(added)) {
                    if (isSame.test(old, now)) {
                        pairs.add(new Pair(old, now, match));
                        removed.remove(old);
                        added.remove(now);
                        break;
                    }
                }
            }
        }
    }
}
