package org.domaintypesystem.maven.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * Structs that stand for what Cap'n Proto has no type of its own for: the entries of maps, and values that are in a struct
 * of their own so that they may be absent in a list. Nobody thinks of them as types.
 */
final class StandIns {
    private static final Pattern ENTRY = Pattern.compile("Entry\\d+");
    private static final Pattern VALUE = Pattern.compile("Value\\d+");

    private final Map<TypeName, StructNode> structs = new HashMap<>();

    private StandIns() {}

    /** Finds them: each is only referred to by the struct that it is declared in. */
    static StandIns among(Collection<Node> all) {
        StandIns found = new StandIns();
        for (Node node : all) {
            if (node instanceof StructNode struct && (isEntry(struct) || isValue(struct))) {
                found.structs.put(node.name(), struct);
            }
        }
        Set<TypeName> used = new HashSet<>();
        for (Node node : all) {
            for (Reference reference : Reference.of(node)) {
                StructNode target = found.structs.get(reference.to());
                if (target != null) {
                    used.add(target.name());
                    boolean isInside = target.name()
                            .equals(node.name().nested(target.name().simple()));
                    if (!isInside || (isEntry(target) && !reference.isElement())) {
                        found.structs.remove(target.name());
                    }
                }
            }
        }
        found.structs.keySet().retainAll(used);
        return found;
    }

    boolean contains(TypeName name) {
        return structs.containsKey(name);
    }

    /** The entry of a map that has this name, or null. */
    @Nullable
    StructNode entry(TypeName name) {
        StructNode struct = structs.get(name);
        return struct != null && isEntry(struct) ? struct : null;
    }

    /** The struct around a value that has this name, or null. */
    @Nullable
    StructNode value(TypeName name) {
        StructNode struct = structs.get(name);
        return struct != null && isValue(struct) ? struct : null;
    }

    private static boolean isEntry(StructNode struct) {
        return ENTRY.matcher(struct.name().simple()).matches() && has(struct, List.of("key", "value"));
    }

    private static boolean isValue(StructNode struct) {
        return VALUE.matcher(struct.name().simple()).matches() && has(struct, List.of("value"));
    }

    private static boolean has(StructNode struct, List<String> names) {
        return struct.name().name().indexOf('.') >= 0
                && struct.members().stream().map(Member::name).toList().equals(names)
                && struct.members().stream()
                        .allMatch(member -> member instanceof Member.Field || ((Member.Union) member).isOptional());
    }
}
