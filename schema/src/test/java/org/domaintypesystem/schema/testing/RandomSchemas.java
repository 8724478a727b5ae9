package org.domaintypesystem.schema.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.domaintypesystem.schema.CapnpWriter;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;

/** Makes files of everything that DTS emits, which refer to each other; the same seed makes the same files. */
public final class RandomSchemas {
    private static final List<String> NAMESPACES = List.of("", "a", "a.b", "a_b", "brewery.units");
    private static final List<String> TYPE_NAMES = List.of("Unit", "Order", "Entry", "Kind", "Part", "ABUnit", "X9");
    private static final List<String> MEMBER_NAMES = List.of(
            "struct",
            "union",
            "enum",
            "using",
            "import",
            "const",
            "annotation",
            "interface",
            "group",
            "true",
            "none",
            "some",
            "void",
            "extends",
            "a",
            "value",
            "camelCase7");
    private static final List<String> DOC_LINES =
            List.of("", "In °C.", "  indented", "# not a heading", "\"quoted\" ; } {", "@0x8000000000000000;", "\tx");

    /** A declaration before it has a body. */
    private record Plan(long id, TypeName name, boolean isStruct, List<Plan> nested) {}

    private final Random random;
    private final List<Plan> structs = new ArrayList<>();
    private final List<Plan> enums = new ArrayList<>();

    private RandomSchemas(long seed) {
        this.random = new Random(seed);
    }

    /** Three to six files. */
    public static List<SchemaFile> files(long seed) {
        return new RandomSchemas(seed).files();
    }

    /** The text of each file, by its path. */
    public static Map<String, String> texts(List<SchemaFile> files) {
        return files.stream()
                .collect(Collectors.toMap(SchemaFile::path, CapnpWriter::write, (a, b) -> a, LinkedHashMap::new));
    }

    public static List<Node.StructNode> structs(List<SchemaFile> files) {
        List<Node.StructNode> structs = new ArrayList<>();
        files.forEach(file -> collect(file.root(), structs));
        return structs;
    }

    private static void collect(Node node, List<Node.StructNode> into) {
        if (node instanceof Node.StructNode struct) {
            into.add(struct);
            struct.nested().forEach(inner -> collect(inner, into));
        }
    }

    private List<SchemaFile> files() {
        List<Plan> roots = new ArrayList<>();
        Set<TypeName> names = new HashSet<>();
        int count = 3 + random.nextInt(4);
        while (roots.size() < count) {
            TypeName name = new TypeName(pick(NAMESPACES), pick(TYPE_NAMES));
            if (names.add(name)) {
                roots.add(plan(TypeIds.fileId(name.file()), name, roots.isEmpty() ? 0 : random.nextInt(3)));
            }
        }
        return roots.stream().map(root -> SchemaFile.of(node(root))).toList();
    }

    private Plan plan(long parentId, TypeName name, int depth) {
        long id = oneIn(5) ? random.nextLong() | Long.MIN_VALUE : TypeIds.childId(parentId, name.simple());
        boolean isStruct = !oneIn(5);
        List<Plan> nested = new ArrayList<>();
        Plan plan = new Plan(id, name, isStruct, nested);
        (isStruct ? structs : enums).add(plan);
        if (isStruct && depth < 3) {
            List<String> simple = new ArrayList<>(TYPE_NAMES);
            Collections.shuffle(simple, random);
            simple.subList(0, random.nextInt(4)).forEach(inner -> nested.add(plan(id, name.nested(inner), depth + 1)));
        }
        return plan;
    }

    private Node node(Plan plan) {
        if (!plan.isStruct()) {
            List<Integer> ordinals = ordinals(random.nextInt(6));
            List<String> names = memberNames(ordinals.size());
            List<Node.Enumerant> enumerants = IntStream.range(0, ordinals.size())
                    .mapToObj(i -> new Node.Enumerant(names.get(i), ordinals.get(i), doc()))
                    .toList();
            return new Node.EnumNode(plan.id(), plan.name(), enumerants, doc());
        }
        List<Node> nested = plan.nested().stream().map(this::node).toList();
        return new Node.StructNode(plan.id(), plan.name(), members(), nested, doc());
    }

    /** Plain fields and optional values, and in one struct of three an unnamed union among them. */
    private List<Member> members() {
        int plain = oneIn(3) ? 0 : random.nextInt(20);
        int optional = oneIn(3) ? 0 : random.nextInt(8);
        int sealed = oneIn(3) ? 2 + random.nextInt(6) : 0;
        List<Integer> ordinals = new ArrayList<>(ordinals(plain + 2 * optional + sealed));
        List<String> names = memberNames(plain + optional + sealed);
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < plain + optional; i++) {
            groups.add(new ArrayList<>(List.of(ordinals.remove(0))));
            if (i >= plain) {
                groups.get(i).add(ordinals.remove(0));
            }
        }
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            String name = names.get(sealed + i);
            List<Integer> group = groups.get(i);
            members.add(
                    group.size() == 1
                            ? new Member.Field(name, group.get(0), type(0), doc())
                            : optional(name, group.get(0), group.get(1)));
        }
        if (sealed > 0) {
            List<Member.Field> alternatives = new ArrayList<>();
            for (int i = 0; i < sealed; i++) {
                Type type = i == 0 || oneIn(6) ? Type.Basic.VOID : pointer(0);
                alternatives.add(new Member.Field(names.get(i), ordinals.get(i), type, doc()));
            }
            members.add(random.nextInt(members.size() + 1), new Member.Union("", alternatives, doc()));
        }
        return members;
    }

    private Member.Union optional(String name, int none, int some) {
        List<Member.Field> alternatives = new ArrayList<>(List.of(
                new Member.Field(Member.Union.NONE, none, Type.Basic.VOID, doc()),
                new Member.Field(Member.Union.SOME, some, oneIn(9) ? pointer(0) : data(), doc())));
        if (oneIn(3)) {
            Collections.reverse(alternatives);
        }
        return new Member.Union(name, alternatives, doc());
    }

    private List<Integer> ordinals(int count) {
        List<Integer> ordinals =
                new ArrayList<>(IntStream.range(0, count).boxed().toList());
        if (random.nextBoolean()) {
            Collections.shuffle(ordinals, random);
        }
        return ordinals;
    }

    private List<String> memberNames(int count) {
        Set<String> names = new HashSet<>();
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < count) {
            String name = oneIn(2) ? pick(MEMBER_NAMES) : "f" + random.nextInt(1000);
            if (names.add(name)) {
                ordered.add(name);
            }
        }
        return ordered;
    }

    private Type type(int depth) {
        return oneIn(3) ? pointer(depth) : data();
    }

    private Type data() {
        if (!enums.isEmpty() && oneIn(6)) {
            Plan target = pick(enums);
            return new Type.EnumRef(target.id(), target.name());
        }
        Type.Basic basic = pick(List.of(Type.Basic.values()));
        return basic.storage().isData() ? basic : data();
    }

    private Type pointer(int depth) {
        switch (random.nextInt(depth < 3 ? 5 : 3)) {
            case 0:
                return Type.Basic.TEXT;
            case 1:
                return depth == 0 && oneIn(2) ? Type.Basic.ANY_POINTER : Type.Basic.DATA;
            case 2:
                if (structs.isEmpty()) {
                    return Type.Basic.TEXT;
                }
                Plan target = pick(structs);
                return new Type.StructRef(target.id(), target.name());
            default:
                return new Type.ListOf(oneIn(9) ? Type.Basic.VOID : type(depth + 1));
        }
    }

    private String doc() {
        if (!oneIn(4)) {
            return "";
        }
        List<String> lines = new ArrayList<>(List.of("First."));
        IntStream.range(0, random.nextInt(4)).forEach(i -> lines.add(pick(DOC_LINES)));
        lines.add("Last.");
        return String.join("\n", lines);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
