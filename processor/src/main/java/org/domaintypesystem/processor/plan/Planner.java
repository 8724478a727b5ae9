package org.domaintypesystem.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.processor.model.References;
import org.domaintypesystem.processor.model.TypeGraph;
import org.domaintypesystem.processor.model.TypeModel;
import org.domaintypesystem.processor.model.TypeModel.CompiledModel;
import org.domaintypesystem.processor.model.TypeModel.Declared;
import org.domaintypesystem.processor.model.TypeModel.SealedModel;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFile;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.StructLayout;

/** Plans types without faults. Lives for one round of the compiler, and builds the schema of each type once. */
public final class Planner {
    private final Map<TypeReference, Node> nodes = new HashMap<>();

    public TypePlan plan(TypeGraph graph) {
        Declared model = (Declared) graph.root();
        Node node = nodeOf(model);
        List<Node> declarations = declarations(graph);
        TypeDescriptor descriptor = new TypeDescriptor(
                node.name().qualified(), node.id(), SchemaFingerprint.schemaId(Schema.of(node, declarations)));
        List<ClassName> uses = References.of(model).stream()
                .map(TypeReference::codec)
                .distinct()
                .toList();
        return new TypePlan(
                model, SchemaFile.of(node), descriptor, uses, content(model, node, new Recursion(declarations)));
    }

    /** Those of this compilation come last: what earlier ones say of the same types is out of date. */
    private List<Node> declarations(TypeGraph graph) {
        List<Node> declarations = new ArrayList<>();
        List<Node> current = new ArrayList<>();
        for (TypeModel model : graph.types().values()) {
            if (model instanceof CompiledModel compiled) {
                declarations.addAll(compiled.nodes());
            } else {
                current.add(nodeOf((Declared) model));
            }
        }
        declarations.addAll(current);
        return declarations;
    }

    private Node nodeOf(Declared model) {
        return nodes.computeIfAbsent(model.reference(), reference -> SchemaBuilder.node(model));
    }

    private static TypePlan.Content content(Declared model, Node node, Recursion recursion) {
        if (model instanceof StructModel struct) {
            StructNode declared = (StructNode) node;
            return new TypePlan.Struct(
                    struct(struct, declared, recursion), locals(struct.locals(), declared, recursion));
        }
        if (model instanceof SealedModel sealed) {
            StructNode declared = (StructNode) node;
            return new TypePlan.Sealed(
                    new SealedPlan(
                            sealed,
                            declared,
                            StructLayout.of(declared),
                            recursion.contains(sealed.reference().id())),
                    locals(sealed.locals(), declared, recursion));
        }
        return new TypePlan.Enumeration();
    }

    private static List<StructPlan> locals(List<StructModel> models, StructNode root, Recursion recursion) {
        Map<Long, StructNode> declared = new HashMap<>();
        collect(root, declared);
        return models.stream()
                .map(model -> struct(
                        model,
                        Objects.requireNonNull(declared.get(model.reference().id())),
                        recursion))
                .toList();
    }

    private static void collect(StructNode node, Map<Long, StructNode> into) {
        into.put(node.id(), node);
        node.nested().forEach(inner -> collect((StructNode) inner, into));
    }

    private static StructPlan struct(StructModel model, StructNode node, Recursion recursion) {
        return new StructPlan(
                model,
                node,
                StructLayout.of(node),
                recursion.contains(model.reference().id()));
    }
}
