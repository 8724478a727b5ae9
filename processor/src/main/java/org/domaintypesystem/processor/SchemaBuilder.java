package org.domaintypesystem.processor;

import java.util.ArrayList;
import java.util.List;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.processor.TypeModel.ComponentModel;
import org.domaintypesystem.processor.TypeModel.ConstantModel;
import org.domaintypesystem.processor.TypeModel.EnumModel;
import org.domaintypesystem.processor.TypeModel.RecordModel;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Node.EnumNode;
import org.domaintypesystem.schema.Node.Enumerant;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.Schema;
import org.domaintypesystem.schema.SchemaFingerprint;
import org.domaintypesystem.schema.StructLayout;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;

/** Turns models without faults into declarations of a schema. */
final class SchemaBuilder {

    Node node(TypeModel model) {
        TypeName name = model.reference().schemaName();
        long id = TypeIds.typeId(name);
        if (model instanceof RecordModel record) {
            return new StructNode(id, name, members(record.components()), List.of(), "");
        }
        return new EnumNode(id, name, enumerants(((EnumModel) model).constants()), "");
    }

    TypePlan plan(RecordModel model, TypeGraph graph) {
        StructNode node = (StructNode) node(model);
        Schema schema =
                Schema.of(node, graph.types().values().stream().map(this::node).toList());
        return new TypePlan(
                model,
                node,
                StructLayout.of(node),
                new TypeDescriptor(node.name().qualified(), node.id(), SchemaFingerprint.schemaId(schema)));
    }

    private static List<Member> members(List<ComponentModel> components) {
        List<Member> members = new ArrayList<>();
        for (ComponentModel component : components) {
            members.add(new Member.Field(component.name(), members.size(), type(component.value()), doc(component)));
        }
        return members;
    }

    private static List<Enumerant> enumerants(List<ConstantModel> constants) {
        List<Enumerant> enumerants = new ArrayList<>();
        for (ConstantModel constant : constants) {
            enumerants.add(new Enumerant(constant.schemaName(), enumerants.size()));
        }
        return enumerants;
    }

    private static Type type(ValueModel value) {
        if (value instanceof ValueModel.Scalar number) {
            return number.primitive().schemaType;
        }
        if (value instanceof ValueModel.Time) {
            return Type.Basic.INT64;
        }
        if (value instanceof ValueModel.Constant constant) {
            TypeName name = constant.type().schemaName();
            return new Type.EnumRef(TypeIds.typeId(name), name);
        }
        if (value instanceof ValueModel.Text) {
            return Type.Basic.TEXT;
        }
        if (value instanceof ValueModel.Data) {
            return Type.Basic.DATA;
        }
        if (value instanceof ValueModel.Array array) {
            return new Type.ListOf(array.primitive().schemaType);
        }
        if (value instanceof ValueModel.Struct struct) {
            TypeName name = struct.type().schemaName();
            return new Type.StructRef(TypeIds.typeId(name), name);
        }
        return new Type.ListOf(type(((ValueModel.Listing) value).element()));
    }

    private static String doc(ComponentModel component) {
        String meaning = isTime(component.value()) ? "Nanoseconds since 1970-01-01T00:00:00Z." : "";
        return component.isKey() ? ("Key. " + meaning).strip() : meaning;
    }

    private static boolean isTime(ValueModel value) {
        return value instanceof ValueModel.Time || (value instanceof ValueModel.Listing list && isTime(list.element()));
    }
}
