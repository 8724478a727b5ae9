package org.domaintypesystem.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;

/** A root declaration with everything that can be reached from it: all that is needed to read a message. */
public final class Schema {
    private final Node root;
    private final SortedMap<Long, Node> nodes;

    private Schema(Node root, SortedMap<Long, Node> nodes) {
        this.root = root;
        this.nodes = nodes;
    }

    /**
     * Collects what the root refers to, directly or not.
     *
     * @param declarations where the referenced nodes are; those that are not reachable are left out
     * @throws NoSuchElementException if a reachable declaration is missing, naming it
     */
    public static Schema of(Node root, Collection<? extends Node> declarations) {
        SortedMap<Long, Node> known = new TreeMap<>(Long::compareUnsigned);
        declarations.forEach(node -> index(node, known));
        index(root, known);
        SortedMap<Long, Node> reachable = new TreeMap<>(Long::compareUnsigned);
        Deque<Node> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (reachable.putIfAbsent(node.id(), node) == null) {
                for (Type reference : references(node)) {
                    open.push(resolve(reference, known, node));
                }
            }
        }
        return new Schema(root, reachable);
    }

    public Node root() {
        return root;
    }

    /** All reachable declarations, the root among them, by unsigned id. */
    public Collection<Node> nodes() {
        return nodes.values();
    }

    /**
     * The reachable declaration with this id.
     *
     * @throws NoSuchElementException if there is none
     */
    public Node node(long id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new NoSuchElementException("no declaration @0x%016x in the schema of %s".formatted(id, root.name()));
        }
        return node;
    }

    private static void index(Node node, SortedMap<Long, Node> into) {
        into.put(node.id(), node);
        if (node instanceof Node.StructNode struct) {
            struct.nested().forEach(inner -> index(inner, into));
        }
    }

    private static List<Type> references(Node node) {
        List<Type> references = new ArrayList<>();
        if (node instanceof Node.StructNode struct) {
            for (Member.Field field : struct.fields()) {
                Type type = field.type();
                while (type instanceof Type.ListOf list) {
                    type = list.element();
                }
                if (!(type instanceof Type.Basic)) {
                    references.add(type);
                }
            }
        }
        return references;
    }

    private static Node resolve(Type reference, SortedMap<Long, Node> known, Node from) {
        long id = reference instanceof Type.StructRef struct ? struct.id() : ((Type.EnumRef) reference).id();
        Node node = known.get(id);
        if (node == null) {
            throw new NoSuchElementException(
                    "%s refers to %s, which is not among the declarations".formatted(from.name(), reference));
        }
        return node;
    }
}
