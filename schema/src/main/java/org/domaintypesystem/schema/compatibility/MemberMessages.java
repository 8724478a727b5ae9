package org.domaintypesystem.schema.compatibility;

import java.util.List;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeExpression;
import org.domaintypesystem.schema.compatibility.Property.Kind;
import org.domaintypesystem.schema.compatibility.PropertyPairs.Match;
import org.domaintypesystem.schema.compatibility.PropertyPairs.Pair;

/**
 * What is said of changes of fields, constants and subtypes: what it is, and what to write in Java instead. The name of
 * the member that a change is about goes in front.
 */
final class MemberMessages {
    /** How many of several members a message names. */
    private static final int NAMED = 4;

    private static final String NOT_NULL = "(a primitive, or without @Nullable in null-marked code)";

    private final Declaration before;
    private final Declaration after;

    MemberMessages(Declaration before, Declaration after) {
        this.before = before;
        this.after = after;
    }

    String added(Property added, Rule rule) {
        return switch (rule) {
            case CONSTANT_ADDED ->
                "is a new constant: programs that have the old version drop messages with it, unless they have a "
                        + "@DtsUnknown constant";
            case SUBTYPE_ADDED ->
                "is a new subtype: programs that have the old version drop messages with it, unless they have a "
                        + "@DtsUnknown subtype";
            default -> "is a new field" + (added.kind() == Kind.OPTIONAL ? " that may be null" : "");
        };
    }

    String renamed(Pair pair) {
        return "was called " + pair.before().name() + ": if it means something else now, retire "
                + pair.before().name() + ", " + retirement(pair.before()) + ", and declare "
                + pair.after().name() + " last" + allNumbered();
    }

    static String retired(Pair pair) {
        Property old = pair.before();
        return "keeps the number of "
                + CapnpNames.beforeRetirement(pair.after().name()).orElse(old.name()) + ", which "
                + (pair.match() == Match.NAME ? "had a type that is gone" : "was retired");
    }

    static String restored() {
        return "was retired and is used again";
    }

    String madeNullable(Pair pair) {
        return "may be null now: programs that have the old version read null as "
                + zero(pair.before().type());
    }

    String nullnessChanged(Pair pair, List<Pair> moved, int highest) {
        Property old = pair.before();
        String fix = "give it @DtsField(value = " + old.ordinal() + ", absent = " + (highest + 1) + ")";
        String rather = ", or declare it so that it cannot be null " + NOT_NULL;
        if (pair.after().ordinal() == old.ordinal()) {
            return "may be null now, but the number of its absence, @"
                    + pair.after().absent() + ", is not above all that the type had: " + fix + rather;
        }
        return "may be null now, so a union, " + places(pair.after()) + ", took the place of its " + typeBefore(pair)
                + " @" + old.ordinal() + andMoved(", which ", moved) + ": " + fix + ", " + othersNumbered() + rather;
    }

    String madePlain(Pair pair, List<Pair> moved) {
        return "cannot be null any more, so a plain " + typeAfter(pair) + " took the place of its union, "
                + places(pair.before()) + andMoved(", which ", moved)
                + ": let it be null, which in null-marked code takes @Nullable, or "
                + "retire it, " + retirement(pair.before()) + ", and declare a new field last" + allNumbered();
    }

    String unionChanged(Pair pair) {
        return "was moved " + moveOf(pair) + ": leave it where it was, or retire it, " + retirement(pair.before())
                + ", and declare a new one last" + allNumbered();
    }

    String inserted(List<Property> inserted, List<Pair> moved) {
        List<String> names = inserted.stream().map(Property::name).toList();
        String were = names.size() == 1 ? "was" : "and " + list(names.subList(1, names.size())) + " were";
        return were + " inserted before others" + andMoved(", which ", moved) + ": declare " + list(names)
                + " last, or give every " + noun() + " @DtsField(n)";
    }

    String removed(Property removed, List<Pair> moved) {
        boolean wasRetired = CapnpNames.beforeRetirement(removed.name()).isPresent();
        String numbers = removed.absent() == Property.NEVER
                ? "number @" + removed.ordinal()
                : "numbers @" + removed.first() + " and @" + removed.last();
        return "is gone, which freed its " + numbers + andMoved(" and ", moved) + ": "
                + (wasRetired ? "keep " : "retire it, ") + retirement(removed)
                + (moved.isEmpty() ? allNumbered() : ", and " + othersNumbered());
    }

    String reused(Property removed, Property added) {
        return "has the number of " + removed.name() + ", @" + removed.ordinal() + ", which is gone: retire "
                + removed.name() + ", " + retirement(removed) + ", and declare " + added.name() + " last"
                + allNumbered();
    }

    String swapped(Pair first, Pair second) {
        return "and " + second.after().name() + " changed places: declare them in their old order, or give every "
                + noun() + " its old number, " + numbered(List.of(first, second));
    }

    String reordered(List<Pair> moved, boolean hasNew) {
        String rest = hasNew ? ", and what is new a number above all others" : "";
        if (moved.size() == 1) {
            Pair pair = moved.get(0);
            return "moved from " + places(pair.before()) + " to " + places(pair.after()) + ": give it its old number, "
                    + numbered(moved) + rest;
        }
        return "and others are in another order" + andMoved(", which ", moved)
                + ": declare them in their old order, or give every " + noun() + " its old number, " + numbered(moved)
                + rest;
    }

    String typeChanged(Pair pair) {
        return wasAndIs(pair) + ": " + oldTypeOr("field", pair);
    }

    String subtypeChanged(Pair pair) {
        return wasAndIs(pair) + ": " + oldTypeOr("subtype", pair);
    }

    String elementChanged(Pair pair, ElementChange change) {
        String why = "";
        if (change.isMadeNullable()) {
            why = ", since its elements may be null now";
        } else if (change.isMadePlain()) {
            why = ", since its elements cannot be null any more";
        } else if (change.isLegalForOthers()) {
            why = ", which Cap'n Proto allows and the codecs of DTS do not, since each reads only one of both";
        }
        return wasAndIs(pair) + why + ": " + oldTypeOr("list", pair);
    }

    private String wasAndIs(Pair pair) {
        String old = typeBefore(pair);
        String now = typeAfter(pair);
        return old.equals(now)
                ? "was " + TypeExpression.of(pair.before().type()) + " and is "
                        + TypeExpression.of(pair.after().type())
                : "was " + old + " and is " + now;
    }

    private String oldTypeOr(String what, Pair pair) {
        return "go back to the old type, or retire it, " + retirement(pair.before()) + ", and declare a new " + what
                + " last" + allNumbered();
    }

    /** What else a type needs in which a number is retired, as the rest of a sentence; nothing if it must have it already. */
    private String allNumbered() {
        boolean isNumbered = before.properties().stream()
                .anyMatch(
                        property -> CapnpNames.beforeRetirement(property.name()).isPresent());
        return isNumbered ? "" : ", with @DtsField(n) on every " + noun();
    }

    /** The annotation that keeps the number of a member. */
    private String retirement(Property member) {
        StringBuilder text = new StringBuilder("@DtsRetired(ordinal = ").append(member.ordinal());
        if (member.absent() != Property.NEVER) {
            text.append(", absent = ").append(member.absent());
        }
        text.append(", name = \"")
                .append(CapnpNames.beforeRetirement(member.name()).orElse(member.name()))
                .append('"');
        if (member.kind() != Kind.CONSTANT) {
            text.append(", type = \"")
                    .append(TypeExpression.of(lasting(member.type())))
                    .append('"');
        }
        return text.append(')').toString();
    }

    /** The type, or one for its place if it is declared inside another one: that declaration goes with its only use. */
    private static Type lasting(Type type) {
        Type innermost = type;
        while (innermost instanceof Type.ListOf list) {
            innermost = list.element();
        }
        boolean isInside = innermost instanceof Type.StructRef struct
                && !struct.name().name().equals(struct.name().simple());
        return isInside ? Type.Basic.ANY_POINTER : type;
    }

    private String othersNumbered() {
        return "give every other " + noun() + " its old number, @DtsField(n)";
    }

    private String numbered(List<Pair> pairs) {
        return list(pairs.stream().map(this::numbered).toList());
    }

    private String numbered(Pair pair) {
        Property old = pair.before();
        if (pair.match() == Match.RETIRED) {
            return retirement(old);
        }
        String number = old.absent() > old.ordinal()
                ? "value = " + old.ordinal() + ", absent = " + old.absent()
                : Integer.toString(old.first());
        return "@DtsField(" + number + ") " + pair.after().name();
    }

    /** The numbers of a property, as a sentence shows them. */
    private static String places(Property property) {
        if (property.absent() == Property.NEVER) {
            return "@" + property.ordinal();
        }
        String some = "some @" + property.ordinal();
        String none = "none @" + property.absent();
        return property.absent() < property.ordinal() ? none + " and " + some : some + " and " + none;
    }

    /** What was moved by it, as the rest of a sentence. */
    private static String andMoved(String link, List<Pair> moved) {
        if (moved.isEmpty()) {
            return "";
        }
        return link
                + "moved "
                + list(moved.stream()
                        .map(pair ->
                                pair.after().name() + " from " + places(pair.before()) + " to " + places(pair.after()))
                        .toList());
    }

    private static String list(List<String> items) {
        if (items.size() > NAMED) {
            return String.join(", ", items.subList(0, NAMED - 1)) + " and " + (items.size() - NAMED + 1) + " more";
        }
        String last = items.get(items.size() - 1);
        return items.size() == 1 ? last : String.join(", ", items.subList(0, items.size() - 1)) + " and " + last;
    }

    private String noun() {
        return before.form().member;
    }

    private static String moveOf(Pair pair) {
        boolean wasIn = pair.before().kind() == Kind.ALTERNATIVE;
        boolean isIn = pair.after().kind() == Kind.ALTERNATIVE;
        if (wasIn && isIn) {
            return "to another union";
        }
        return wasIn ? "out of a union" : "into a union";
    }

    private static String zero(Type type) {
        if (type instanceof Type.EnumRef) {
            return "the constant with the number 0";
        }
        if (type == Type.Basic.BOOL) {
            return "false";
        }
        return type.storage().isData() ? "0" : "an empty value";
    }

    private String typeBefore(Pair pair) {
        return before.spell(pair.before().type());
    }

    private String typeAfter(Pair pair) {
        return after.spell(pair.after().type());
    }
}
