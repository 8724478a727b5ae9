package org.domaintypesystem.schema.compatibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.StructLayout;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.compatibility.Property.Kind;
import org.domaintypesystem.schema.compatibility.PropertyPairs.Match;
import org.domaintypesystem.schema.compatibility.PropertyPairs.Pair;

/** Finds the changes of one declaration. */
final class DeclarationComparer {
    private final Declaration before;
    private final Declaration after;
    private final PropertyPairs properties;
    private final boolean isIdNews;
    private final DeclarationPairs declarations;
    private final MemberMessages messages;
    private final int highest;
    private final List<SchemaChange> changes = new ArrayList<>();

    DeclarationComparer(DeclarationPairs.Pair pair, DeclarationPairs declarations) {
        this.before = pair.before();
        this.after = pair.after();
        this.properties = pair.properties();
        this.isIdNews = pair.isIdNews();
        this.declarations = declarations;
        this.messages = new MemberMessages(before, after);
        this.highest = before.highestNumber();
    }

    List<SchemaChange> changes() {
        if (before.form() != after.form()) {
            ofDeclaration(Rule.KIND_CHANGED, DeclarationMessages.form(before.form(), after.form()));
            return changes;
        }
        identity();
        List<Pair> nullness = new ArrayList<>();
        for (Pair pair : properties.pairs()) {
            if (isNullnessOf(pair)) {
                nullness.add(pair);
            } else if (!isKindKept(pair)) {
                of(Rule.UNION_CHANGED, pair, messages.unionChanged(pair));
            }
        }
        changes.addAll(new NumberComparer(after.name(), properties, nullness, highest, messages).changes());
        Set<Pair> regrouped = unions();
        for (Pair pair : properties.pairs()) {
            if (isMadeNullable(pair)) {
                of(Rule.FIELD_MADE_NULLABLE, pair, messages.madeNullable(pair));
            }
            boolean isSame =
                    declarations.isSame(pair.before().type(), pair.after().type());
            if (!isSame && !isStandIn(pair)) {
                type(pair);
            } else if (!isSame && pair.match() == Match.NAME) {
                of(Rule.MEMBER_RETIRED, pair, MemberMessages.retired(pair));
            } else if (pair.match() != Match.NAME && !pair.isMoved() && isKindKept(pair) && !regrouped.contains(pair)) {
                name(pair);
            }
        }
        properties.added().stream().filter(added -> added.first() > highest).forEach(this::added);
        return changes;
    }

    private void identity() {
        if (isIdNews) {
            ofDeclaration(Rule.ID_CHANGED, DeclarationMessages.id(before.node(), after.node()));
        } else if (before.id() == after.id() && !before.name().equals(after.name())) {
            boolean ownName = before.parent() == null
                    || after.parent() == null
                    || !before.name().simple().equals(after.name().simple());
            if (ownName) {
                ofDeclaration(Rule.TYPE_RENAMED, DeclarationMessages.renamed(before.name()));
            }
        }
    }

    /** Whether a field became one that may be absent, or ceased to be, in a way that is not legal. */
    private boolean isNullnessOf(Pair pair) {
        Kind old = pair.before().kind();
        Kind now = pair.after().kind();
        return (old == Kind.OPTIONAL && now == Kind.PLAIN)
                || (old == Kind.PLAIN && now == Kind.OPTIONAL && !isMadeNullable(pair));
    }

    /** Whether a plain field may be absent now, while its place stays what it was and a present value has the tag 0. */
    private boolean isMadeNullable(Pair pair) {
        Property old = pair.before();
        Property now = pair.after();
        if (old.kind() != Kind.PLAIN
                || now.kind() != Kind.OPTIONAL
                || old.ordinal() != now.ordinal()
                || now.absent() <= highest) {
            return false;
        }
        StructLayout.Slot was =
                StructLayout.of((Node.StructNode) before.node()).slots().get(old.ordinal());
        StructLayout.Slot is =
                StructLayout.of((Node.StructNode) after.node()).slots().get(now.ordinal());
        return !old.type().storage().equals(now.type().storage())
                || is.equals(new StructLayout.Slot(was.storage(), was.offset(), 0));
    }

    private boolean isKindKept(Pair pair) {
        return pair.before().kind() == pair.after().kind() || isMadeNullable(pair);
    }

    /** Whether the type of a retired member is gone, and one takes its place that says nothing but how much room it had. */
    private static boolean isStandIn(Pair pair) {
        if (CapnpNames.beforeRetirement(pair.after().name()).isEmpty()) {
            return false;
        }
        Type old = pair.before().type();
        Type now = pair.after().type();
        return old instanceof Type.EnumRef
                ? now == Type.Basic.UINT16
                : now == Type.Basic.ANY_POINTER && (old instanceof Type.StructRef || old instanceof Type.ListOf);
    }

    /** The alternatives of a union stay together, and none comes from another one: returns those that did not. */
    private Set<Pair> unions() {
        Set<Pair> regrouped = new HashSet<>();
        Map<String, String> becomes = new HashMap<>();
        Map<String, String> was = new HashMap<>();
        for (Pair pair : properties.pairs()) {
            if (pair.before().kind() == Kind.ALTERNATIVE && pair.after().kind() == Kind.ALTERNATIVE) {
                String old = pair.before().union();
                String now = pair.after().union();
                becomes.putIfAbsent(old, now);
                was.putIfAbsent(now, old);
                if (!now.equals(becomes.get(old)) || !old.equals(was.get(now))) {
                    of(Rule.UNION_CHANGED, pair, messages.unionChanged(pair));
                    regrouped.add(pair);
                }
            }
        }
        return regrouped;
    }

    private void type(Pair pair) {
        Property old = pair.before();
        Property now = pair.after();
        if (old.kind() == Kind.ALTERNATIVE) {
            of(Rule.SUBTYPE_CHANGED, pair, messages.subtypeChanged(pair));
        } else if (old.type() instanceof Type.ListOf oldList && now.type() instanceof Type.ListOf nowList) {
            ElementChange change = new ElementChange(oldList.element(), nowList.element(), declarations);
            of(Rule.ELEMENT_CHANGED, pair, messages.elementChanged(pair, change));
        } else {
            of(Rule.TYPE_CHANGED, pair, messages.typeChanged(pair));
        }
    }

    private void name(Pair pair) {
        switch (pair.match()) {
            case RETIRED -> of(Rule.MEMBER_RETIRED, pair, MemberMessages.retired(pair));
            case RESTORED -> of(Rule.MEMBER_RESTORED, pair, MemberMessages.restored());
            default -> of(Rule.MEMBER_RENAMED, pair, messages.renamed(pair));
        }
    }

    private void added(Property added) {
        Rule rule = Rule.FIELD_ADDED;
        if (added.kind() == Kind.CONSTANT) {
            rule = Rule.CONSTANT_ADDED;
        } else if (added.kind() == Kind.ALTERNATIVE
                && before.properties().stream()
                        .anyMatch(old ->
                                old.kind() == Kind.ALTERNATIVE && old.union().equals(added.union()))) {
            rule = Rule.SUBTYPE_ADDED;
        }
        String message = added.name() + ' ' + messages.added(added, rule);
        changes.add(new SchemaChange(rule, after.name(), added.name(), "", added.line(), message));
    }

    private void ofDeclaration(Rule rule, String message) {
        changes.add(new SchemaChange(
                rule,
                after.name(),
                "",
                before.line(),
                after.line(),
                after.name().name() + ' ' + message));
    }

    private void of(Rule rule, Pair pair, String message) {
        changes.add(new SchemaChange(
                rule,
                after.name(),
                pair.after().name(),
                pair.before().line(),
                pair.after().line(),
                pair.after().name() + ' ' + message));
    }
}
