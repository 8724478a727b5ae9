package org.domaintypesystem.processor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.domaintypesystem.processor.model.Conversion;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.References;
import org.domaintypesystem.processor.model.Retired;
import org.domaintypesystem.processor.model.TypeModel.Constant;
import org.domaintypesystem.processor.model.TypeModel.Declared;
import org.domaintypesystem.processor.model.TypeModel.EnumModel;
import org.domaintypesystem.processor.model.TypeModel.SealedModel;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeModel.Subtype;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.Member;
import org.domaintypesystem.schema.Member.Union;
import org.domaintypesystem.schema.Node;
import org.domaintypesystem.schema.Node.EnumNode;
import org.domaintypesystem.schema.Node.Enumerant;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeExpression;

/** Turns models without faults into declarations of a schema. */
final class SchemaBuilder {
    private static final String UNSET = "unset";

    private SchemaBuilder() {}

    static Node node(Declared model) {
        if (model instanceof StructModel struct) {
            return struct(struct, struct.locals());
        }
        return model instanceof SealedModel sealed ? sealed(sealed) : enumeration((EnumModel) model);
    }

    private static StructNode struct(StructModel model, List<StructModel> locals) {
        List<Member> members = new ArrayList<>();
        model.properties().forEach(property -> members.add(member(property)));
        model.retired().forEach(retired -> members.add(member(retired)));
        members.sort(Comparator.comparingInt(SchemaBuilder::firstOrdinal));
        // What is declared inside a type has that type's declaration, and no text of its own.
        String doc =
                References.isLocal(model.reference()) ? "" : model.declaration().doc();
        return new StructNode(
                model.reference().id(),
                model.reference().schemaName(),
                members,
                nested(model.reference(), locals),
                doc);
    }

    /** The declarations directly inside a struct. */
    private static List<Node> nested(TypeReference outer, List<StructModel> locals) {
        return locals.stream()
                .filter(local -> local.reference()
                        .schemaName()
                        .equals(outer.schemaName()
                                .nested(local.reference().schemaName().simple())))
                .sorted(Comparator.comparing(local -> local.reference().schemaName()))
                .map(local -> (Node) struct(local, locals))
                .toList();
    }

    private static int firstOrdinal(Member member) {
        return member instanceof Union union
                ? union.alternatives().stream()
                        .mapToInt(Member.Field::ordinal)
                        .min()
                        .orElse(0)
                : ((Member.Field) member).ordinal();
    }

    private static Member member(Property property) {
        Type type = type(property.value().kind());
        String doc = doc(property);
        if (!property.value().isUnion()) {
            return new Member.Field(property.schemaName(), property.ordinal(), type, doc);
        }
        return property.numbering().absent() < 0
                ? Union.optional(property.schemaName(), property.ordinal(), type, doc)
                : Union.nowOptional(
                        property.schemaName(),
                        property.ordinal(),
                        property.numbering().absent(),
                        type,
                        doc);
    }

    private static Member member(Retired retired) {
        String name = CapnpNames.retired(retired.name());
        Type type = TypeExpression.parse(retired.type());
        if (retired.absent() < 0) {
            return new Member.Field(name, retired.ordinal(), type);
        }
        return retired.absent() > retired.ordinal()
                ? Union.nowOptional(name, retired.ordinal(), retired.absent(), type, "")
                : Union.optional(name, retired.absent(), type, "");
    }

    private static StructNode sealed(SealedModel model) {
        List<Member.Field> alternatives = new ArrayList<>();
        alternatives.add(new Member.Field(UNSET, 0, Type.Basic.VOID));
        for (Subtype subtype : model.subtypes()) {
            alternatives.add(
                    new Member.Field(subtype.schemaName(), subtype.ordinal(), type(subtype.kind()), subtype.doc()));
        }
        for (Retired retired : model.retired()) {
            alternatives.add(new Member.Field(
                    CapnpNames.retired(retired.name()), retired.ordinal(), TypeExpression.parse(retired.type())));
        }
        alternatives.sort(Comparator.comparingInt(Member.Field::ordinal));
        return new StructNode(
                model.reference().id(),
                model.reference().schemaName(),
                List.of(new Union("", alternatives, "")),
                nested(model.reference(), model.locals()),
                model.declaration().doc());
    }

    private static EnumNode enumeration(EnumModel model) {
        List<Enumerant> enumerants = new ArrayList<>();
        for (Constant constant : model.constants()) {
            enumerants.add(new Enumerant(constant.schemaName(), constant.ordinal(), constant.doc()));
        }
        model.retired()
                .forEach(retired ->
                        enumerants.add(new Enumerant(CapnpNames.retired(retired.name()), retired.ordinal())));
        enumerants.sort(Comparator.comparingInt(Enumerant::ordinal));
        return new EnumNode(
                model.reference().id(),
                model.reference().schemaName(),
                enumerants,
                model.declaration().doc());
    }

    private static Type type(Kind kind) {
        Kind wire = kind.wire();
        if (wire instanceof Kind.Scalar number) {
            return number.primitive().schemaType(number.isUnsigned());
        }
        if (wire instanceof Kind.Constant constant) {
            return new Type.EnumRef(constant.type().id(), constant.type().schemaName());
        }
        if (wire instanceof Kind.Text) {
            return Type.Basic.TEXT;
        }
        if (wire instanceof Kind.Data) {
            return Type.Basic.DATA;
        }
        if (wire instanceof Kind.Array array) {
            return new Type.ListOf(array.primitive().schemaType(array.isUnsigned()));
        }
        return wire instanceof Kind.Struct struct
                ? new Type.StructRef(struct.type().id(), struct.type().schemaName())
                : new Type.ListOf(type(((Kind.Listing) wire).element().kind()));
    }

    private static String doc(Property property) {
        String first = Stream.of(
                        property.isKey() ? "Key." : "", meaning(property.value().kind()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return Stream.of(property.doc(), first).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String meaning(Kind kind) {
        if (kind instanceof Kind.Converted converted) {
            return converted.conversion() instanceof Conversion.BuiltIn builtIn
                            && !builtIn.meaning().isEmpty()
                    ? builtIn.meaning()
                    : meaning(converted.carrier().kind());
        }
        return kind instanceof Kind.Listing list ? meaning(list.element().kind()) : "";
    }
}
