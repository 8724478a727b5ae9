package org.domaintypesystem.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** How a file spells the types it refers to: those of other files by an import, its own by the shortest name in scope. */
final class ReferenceNames {
    private final Node root;
    private final Set<String> ownNames = new HashSet<>();
    private final Set<String> ownSimpleNames = new HashSet<>();
    private final SortedSet<TypeName> imported =
            new TreeSet<>(Comparator.comparing(TypeName::file).thenComparing(TypeName::qualified));
    private final Map<TypeName, String> aliases = new HashMap<>();

    ReferenceNames(Node root) {
        this.root = root;
        collect(root);
        chooseAliases();
    }

    /** The lines that import what the file refers to, sorted by path. */
    List<String> imports() {
        return imported.stream().map(this::importLine).toList();
    }

    /** The name by which a declaration of this file refers to a type. */
    String spell(TypeName target, Node scope) {
        if (!isOwn(target)) {
            TypeName outer = outermost(target);
            return aliases.get(outer) + target.name().substring(outer.name().length());
        }
        String full = target.name();
        for (int dot = full.lastIndexOf('.'); ; dot = full.lastIndexOf('.', dot - 1)) {
            String candidate = full.substring(dot + 1);
            if (resolve(candidate, scope.name().name()).equals(full)) {
                return candidate;
            }
            if (dot < 0) {
                return '.' + full;
            }
        }
    }

    private void collect(Node node) {
        ownNames.add(node.name().name());
        ownSimpleNames.add(node.name().simple());
        if (node instanceof Node.StructNode struct) {
            struct.fields().forEach(field -> collect(field.type()));
            struct.nested().forEach(this::collect);
        }
    }

    private void collect(Type type) {
        if (type instanceof Type.ListOf list) {
            collect(list.element());
        } else if (type instanceof Type.StructRef struct) {
            collect(struct.name());
        } else if (type instanceof Type.EnumRef enumeration) {
            collect(enumeration.name());
        }
    }

    private void collect(TypeName name) {
        if (!isOwn(name)) {
            imported.add(outermost(name));
        }
    }

    private boolean isOwn(TypeName name) {
        return outermost(name).equals(root.name());
    }

    /** Names that stand for one type only are taken as they are; the others get their namespace in front. */
    private void chooseAliases() {
        Set<String> taken = new HashSet<>(ownSimpleNames);
        taken.addAll(CapnpNames.BUILT_IN);
        Map<String, Integer> uses = new HashMap<>();
        imported.forEach(name -> uses.merge(name.name(), 1, Integer::sum));
        Collection<TypeName> ambiguous = new TreeSet<>(imported);
        for (TypeName name : imported) {
            if (!taken.contains(name.name()) && uses.getOrDefault(name.name(), 0) == 1) {
                aliases.put(name, name.name());
                ambiguous.remove(name);
            }
        }
        taken.addAll(aliases.values());
        for (TypeName name : ambiguous) {
            String wanted = withNamespace(name);
            String alias = wanted;
            for (int number = 2; !taken.add(alias); number++) {
                alias = wanted + number;
            }
            aliases.put(name, alias);
        }
    }

    private static String withNamespace(TypeName name) {
        StringBuilder alias = new StringBuilder();
        boolean start = true;
        for (char c : name.namespace().toCharArray()) {
            boolean legal = CapnpNames.isNameCharacter(c) && (alias.length() > 0 || !Character.isDigit(c));
            if (legal) {
                alias.append(start ? Character.toUpperCase(c) : c);
            }
            start = !legal;
        }
        return alias + name.name();
    }

    private String importLine(TypeName name) {
        String alias = aliases.get(name);
        String prefix = name.name().equals(alias) ? "" : alias + " = ";
        return "using " + prefix + "import \"/" + name.file() + "\"." + name.name() + ';';
    }

    /** What a dotted name means within a declaration: its first part is looked up from the inside out. */
    private String resolve(String name, String scope) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        String rest = dot < 0 ? "" : name.substring(dot);
        for (String outer = scope; !outer.isEmpty(); outer = outer.substring(0, Math.max(0, outer.lastIndexOf('.')))) {
            if (ownNames.contains(outer + '.' + first)) {
                return outer + '.' + first + rest;
            }
        }
        return name;
    }

    private static TypeName outermost(TypeName name) {
        int dot = name.name().indexOf('.');
        return dot < 0 ? name : new TypeName(name.namespace(), name.name().substring(0, dot));
    }
}
