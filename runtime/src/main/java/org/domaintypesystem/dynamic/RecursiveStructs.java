package org.domaintypesystem.dynamic;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.Type;

/**
 * Finds the structs that can contain others of their type: those on cycles of references, in time that grows no faster than
 * the schema (Tarjan's strongly connected components, without recursion).
 */
final class RecursiveStructs {
    private final List<Node> nodes;
    private final Map<Long, Integer> places = new HashMap<>();
    private final int[][] references;

    /** When each was visited, from 1; 0 if it was not. */
    private final int[] visited;
    /** The earliest that is known to be reached from each, among those whose component is not known. */
    private final int[] earliest;

    private final boolean[] isOpen;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Set<Long> found = new HashSet<>();
    private int visits;

    private RecursiveStructs(Schema schema) {
        nodes = List.copyOf(schema.nodes());
        for (Node node : nodes) {
            places.put(node.id(), places.size());
        }
        references = nodes.stream().map(this::references).toArray(int[][]::new);
        visited = new int[nodes.size()];
        earliest = new int[nodes.size()];
        isOpen = new boolean[nodes.size()];
    }

    /** Their ids. */
    static Set<Long> in(Schema schema) {
        RecursiveStructs structs = new RecursiveStructs(schema);
        for (int i = 0; i < structs.nodes.size(); i++) {
            if (structs.visited[i] == 0) {
                structs.visit(i);
            }
        }
        return structs.found;
    }

    private int[] references(Node node) {
        if (!(node instanceof Node.StructNode struct)) {
            return new int[0];
        }
        return struct.fields().stream()
                .map(Member.Field::type)
                .map(RecursiveStructs::innermost)
                .filter(Type.StructRef.class::isInstance)
                .mapToInt(type -> places.get(((Type.StructRef) type).id()))
                .distinct()
                .toArray();
    }

    private static Type innermost(Type type) {
        Type innermost = type;
        while (innermost instanceof Type.ListOf list) {
            innermost = list.element();
        }
        return innermost;
    }

    private void visit(int start) {
        Deque<int[]> path = new ArrayDeque<>(List.of(enter(start)));
        while (!path.isEmpty()) {
            int[] step = path.getLast();
            int at = step[0];
            if (step[1] < references[at].length) {
                int next = references[at][step[1]++];
                if (visited[next] == 0) {
                    path.addLast(enter(next));
                } else if (isOpen[next]) {
                    earliest[at] = Math.min(earliest[at], visited[next]);
                }
            } else {
                path.removeLast();
                leave(at);
                if (!path.isEmpty()) {
                    int from = path.getLast()[0];
                    earliest[from] = Math.min(earliest[from], earliest[at]);
                }
            }
        }
    }

    /** A place, and how many of its references were followed. */
    private int[] enter(int at) {
        visited[at] = ++visits;
        earliest[at] = visits;
        isOpen[at] = true;
        open.addLast(at);
        return new int[] {at, 0};
    }

    private void leave(int at) {
        if (earliest[at] != visited[at]) {
            return;
        }
        boolean isCycle = open.getLast() != at || Arrays.stream(references[at]).anyMatch(next -> next == at);
        int last;
        do {
            last = open.removeLast();
            isOpen[last] = false;
            if (isCycle) {
                found.add(nodes.get(last).id());
            }
        } while (last != at);
    }
}
