package org.domaintypesystem.schema.compatibility;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeIds;
import org.jspecify.annotations.Nullable;

/** Which declaration of the new version is which one of the old. */
final class DeclarationPairs {
    /** With fewer members, different types look the same too often. */
    private static final int TELLING = 2;

    /** How a declaration with another id was recognised: if by more than a guess, the id is news of its own. */
    record Pair(Declaration before, Declaration after, PropertyPairs properties, boolean isIdNews) {}

    private final Declarations before;
    private final Declarations after;
    private final Map<Declaration, Pair> pairs = new LinkedHashMap<>();
    private final Set<Declaration> taken = new HashSet<>();
    private final Map<Long, Long> ids = new HashMap<>();
    private final Deque<Pair> open = new ArrayDeque<>();

    private DeclarationPairs(Declarations before, Declarations after) {
        this.before = before;
        this.after = after;
    }

    /** Pairs what has one id or one name, and what looks the same under other ones. */
    static DeclarationPairs of(Declarations before, Declarations after) {
        DeclarationPairs pairs = new DeclarationPairs(before, after);
        pairs.matchAll();
        return pairs;
    }

    /** Pairs the roots of two schemas, whatever they are called, and then the rest. */
    static DeclarationPairs of(Declarations before, Node rootBefore, Declarations after, Node rootAfter) {
        DeclarationPairs pairs = new DeclarationPairs(before, after);
        pairs.match(before.find(rootBefore.id()), after.find(rootAfter.id()), true);
        pairs.matchAll();
        return pairs;
    }

    List<Pair> all() {
        return List.copyOf(pairs.values());
    }

    /** Old declarations without a new one, in the order of their names. */
    List<Declaration> removed() {
        return before.all().stream().filter(old -> !pairs.containsKey(old)).toList();
    }

    /** New declarations without an old one, in the order of their names. */
    List<Declaration> added() {
        return after.all().stream().filter(now -> !taken.contains(now)).toList();
    }

    /** Whether a type is what it was, references being those to a declaration and to the one it became. */
    boolean isSame(Type old, Type now) {
        if (old instanceof Type.ListOf oldList && now instanceof Type.ListOf nowList) {
            return isSame(oldList.element(), nowList.element());
        }
        if (old instanceof Type.StructRef oldStruct && now instanceof Type.StructRef nowStruct) {
            return ids.getOrDefault(oldStruct.id(), oldStruct.id()) == nowStruct.id();
        }
        if (old instanceof Type.EnumRef oldEnum && now instanceof Type.EnumRef nowEnum) {
            return ids.getOrDefault(oldEnum.id(), oldEnum.id()) == nowEnum.id();
        }
        return old.equals(now);
    }

    /** What was in the struct; empty if the type is none, or one that is not known. */
    List<Property> contentBefore(Type type) {
        return content(type, before);
    }

    /** What is in the struct; empty if the type is none, or one that is not known. */
    List<Property> contentAfter(Type type) {
        return content(type, after);
    }

    private static List<Property> content(Type type, Declarations in) {
        Declaration declaration = type instanceof Type.StructRef struct ? in.find(struct.id()) : null;
        return declaration == null ? List.of() : declaration.properties();
    }

    private void matchAll() {
        for (Declaration old : outermost(before)) {
            match(old, outer(after.find(old.id())), true);
        }
        for (Declaration old : outermost(before)) {
            match(old, after.find(old.name()), true);
        }
        matchNested();
        for (Declaration old : before.all()) {
            match(old, after.find(old.id()), true);
        }
        matchNested();
        for (Declaration old : removed()) {
            List<Declaration> successors =
                    added().stream().filter(now -> isSuccessor(old, now)).toList();
            if (successors.size() == 1) {
                match(old, successors.get(0), true);
                matchNested();
            }
        }
        for (Declaration old : removed()) {
            List<Declaration> successors =
                    added().stream().filter(now -> isRenamed(old, now)).toList();
            if (successors.size() == 1
                    && removed().stream().noneMatch(other -> other != old && isRenamed(other, successors.get(0)))) {
                match(old, successors.get(0), true);
                matchNested();
            }
        }
    }

    private void matchNested() {
        while (!open.isEmpty()) {
            Pair pair = open.pop();
            List<Declaration> olds = inside(pair.before(), before);
            List<Declaration> nows = inside(pair.after(), after);
            for (PropertyPairs.Pair property : pair.properties().pairs()) {
                if (property.isMoved()
                        || property.before().kind() != property.after().kind()) {
                    olds.forEach(old -> nows.stream()
                            .filter(now -> isNamedAfter(property, old, now))
                            .forEach(now -> match(old, now, false)));
                }
            }
            for (Declaration old : olds) {
                nows.stream().filter(now -> old.id() == now.id()).forEach(now -> match(old, now, true));
            }
            for (Declaration old : olds) {
                nows.stream()
                        .filter(now -> simple(old).equals(simple(now)))
                        .forEach(now -> match(old, now, !(isDerived(old) && isDerived(now))));
            }
        }
    }

    private void match(@Nullable Declaration old, @Nullable Declaration now, boolean isIdNews) {
        if (old == null || now == null || pairs.containsKey(old) || !taken.add(now)) {
            return;
        }
        PropertyPairs properties = PropertyPairs.of(old.properties(), now.properties());
        Pair pair = new Pair(old, now, properties, isIdNews && old.id() != now.id());
        pairs.put(old, pair);
        ids.put(old.id(), now.id());
        open.push(pair);
    }

    /** Whether the types were generated for a property: their names end with its number, as that of {@code Entry3} does. */
    private static boolean isNamedAfter(PropertyPairs.Pair property, Declaration old, Declaration now) {
        String oldNumber = Integer.toString(property.before().ordinal());
        String nowNumber = Integer.toString(property.after().ordinal());
        String oldName = simple(old);
        String nowName = simple(now);
        return oldName.endsWith(oldNumber)
                && nowName.endsWith(nowNumber)
                && oldName.substring(0, oldName.length() - oldNumber.length())
                        .equals(nowName.substring(0, nowName.length() - nowNumber.length()));
    }

    /** Whether one seems to be the other in another namespace, or under another name in the same fields. */
    private boolean isSuccessor(Declaration old, Declaration now) {
        return isAlike(old, now)
                && (old.name().name().equals(now.name().name())
                        || pairs.values().stream()
                                .flatMap(pair -> pair.properties().pairs().stream())
                                .anyMatch(property -> refersTo(property.before().type(), old)
                                        && refersTo(property.after().type(), now)));
    }

    /** Whether one seems to be the other under another name, though nothing refers to it. */
    private boolean isRenamed(Declaration old, Declaration now) {
        return old.parent() == null && now.parent() == null && old.properties().size() >= TELLING && isAlike(old, now);
    }

    private static boolean refersTo(Type type, Declaration declaration) {
        if (type instanceof Type.ListOf list) {
            return refersTo(list.element(), declaration);
        }
        long id = declaration.id();
        return (type instanceof Type.StructRef struct && struct.id() == id)
                || (type instanceof Type.EnumRef enumeration && enumeration.id() == id);
    }

    private boolean isAlike(Declaration old, Declaration now) {
        if (old.properties().isEmpty()
                || old.properties().size() != now.properties().size()
                || old.node().getClass() != now.node().getClass()) {
            return false;
        }
        for (int i = 0; i < old.properties().size(); i++) {
            Property was = old.properties().get(i);
            Property is = now.properties().get(i);
            if (!was.name().equals(is.name())
                    || !was.hasNumbersOf(is)
                    || !(isSame(was.type(), is.type()) || isAlike(was.type(), old, is.type(), now))) {
                return false;
            }
        }
        return true;
    }

    /** Whether both types are that which they are in, or declared in it and alike: such ids follow from its own. */
    private boolean isAlike(Type was, Declaration old, Type is, Declaration now) {
        if (was instanceof Type.ListOf oldList && is instanceof Type.ListOf nowList) {
            return isAlike(oldList.element(), old, nowList.element(), now);
        }
        if (refersTo(was, old) || refersTo(is, now)) {
            return refersTo(was, old) && refersTo(is, now);
        }
        return inside(old, before).stream()
                .filter(inner -> refersTo(was, inner))
                .anyMatch(inner -> inside(now, after).stream()
                        .anyMatch(other ->
                                refersTo(is, other) && simple(inner).equals(simple(other)) && isAlike(inner, other)));
    }

    private static boolean isDerived(Declaration declaration) {
        Declaration parent = declaration.parent();
        return parent != null && declaration.id() == TypeIds.childId(parent.id(), simple(declaration));
    }

    private static String simple(Declaration declaration) {
        return declaration.name().simple();
    }

    private static @Nullable Declaration outer(@Nullable Declaration declaration) {
        return declaration != null && declaration.parent() == null ? declaration : null;
    }

    private static List<Declaration> outermost(Declarations declarations) {
        return inside(null, declarations);
    }

    private static List<Declaration> inside(@Nullable Declaration parent, Declarations declarations) {
        List<Declaration> inside = new ArrayList<>(declarations.all());
        inside.removeIf(declaration -> declaration.parent() != parent);
        return inside;
    }
}
