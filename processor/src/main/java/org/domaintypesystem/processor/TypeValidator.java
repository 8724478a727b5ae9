package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;
import org.domaintypesystem.processor.TypeModel.ComponentModel;
import org.domaintypesystem.processor.TypeModel.ConstantModel;
import org.domaintypesystem.processor.TypeModel.EnumModel;
import org.domaintypesystem.processor.TypeModel.RecordModel;
import org.domaintypesystem.processor.TypeModel.UnsupportedModel;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.TypeName;

/** Finds all faults of a type at once. */
final class TypeValidator {
    /** Values whose parameters count double. */
    private static final Set<ValueModel> WIDE =
            Set.of(new ValueModel.Scalar(Primitive.LONG), new ValueModel.Scalar(Primitive.DOUBLE));
    /** The parameters that a method can have, less those that the codec adds to the components. */
    private static final int MAX_SLOTS = 255 - 4;

    private final Predicate<TypeReference> hasCodec;

    /**
     * @param hasCodec whether a codec for a type exists, or will when this compilation is over
     */
    TypeValidator(Predicate<TypeReference> hasCodec) {
        this.hasCodec = hasCodec;
    }

    /** The faults of the root of a graph; those of the types that it refers to are found when these are the root. */
    List<Fault> validate(TypeGraph graph) {
        TypeModel model = graph.root();
        List<Fault> faults = new ArrayList<>();
        if (model instanceof UnsupportedModel unsupported) {
            faults.add(new Fault(model.element(), unsupported.advice()));
            return faults;
        }
        declaration(model, faults);
        if (model instanceof RecordModel record) {
            components(record, graph, faults);
        } else if (model instanceof EnumModel constants) {
            constants(constants, faults);
        }
        return faults;
    }

    /** Whether every type that the root refers to, directly or not, has no faults of its own. */
    boolean areReferencesValid(TypeGraph graph) {
        return graph.types().values().stream()
                .allMatch(model -> validate(new TypeGraph(model, graph.types())).isEmpty());
    }

    private static void declaration(TypeModel model, List<Fault> faults) {
        TypeElement element = model.element();
        String name = model.reference().javaType().simpleName();
        if (element.getAnnotation(DtsType.class) != null && element.getAnnotation(DtsValue.class) != null) {
            faults.add(new Fault(element, Messages.bothAnnotations(name)));
        }
        if (!element.getTypeParameters().isEmpty()) {
            faults.add(new Fault(element, Messages.generic(name)));
        }
        if (isPrivate(element)) {
            faults.add(new Fault(element, Messages.unreachable(name)));
        }
        TypeName schemaName = model.reference().schemaName();
        Stream.concat(
                        CapnpNames.typeNameFault(schemaName.name()).stream(),
                        CapnpNames.namespaceFault(schemaName.namespace()).stream())
                .forEach(fault -> faults.add(new Fault(element, Messages.illegalName(fault))));
    }

    private static boolean isPrivate(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    private void components(RecordModel record, TypeGraph graph, List<Fault> faults) {
        if (record.components().stream().mapToInt(TypeValidator::slots).sum() > MAX_SLOTS) {
            faults.add(new Fault(
                    record.element(),
                    Messages.tooManyComponents(record.reference().javaType().simpleName())));
        }
        for (ComponentModel component : record.components()) {
            memberName(component.name(), component.element(), faults);
            if (component.value() instanceof ValueModel.Unsupported unsupported) {
                faults.add(new Fault(component.element(), unsupported.advice()));
            }
            References.of(component.value())
                    .ifPresent(reference -> reachable(record, component, graph.get(reference), faults));
            References.of(component.value())
                    .flatMap(reference -> pathTo(record.reference(), reference, graph, new HashSet<>()))
                    .ifPresent(path -> faults.add(new Fault(
                            component.element(),
                            Messages.recursive(record.reference().javaType().simpleName() + " > " + path))));
        }
    }

    /** Whether generated code can get at what was generated for the type of a component. */
    private void reachable(RecordModel record, ComponentModel component, TypeModel type, List<Fault> faults) {
        ClassName name = type.reference().javaType();
        if (!type.isPublic()
                && !name.packageName().equals(record.reference().javaType().packageName())) {
            faults.add(new Fault(component.element(), Messages.notVisible(name.simpleName(), name.packageName())));
        } else if (!hasCodec.test(type.reference())) {
            faults.add(new Fault(component.element(), Messages.withoutCodec(name.simpleName())));
        }
    }

    private static void memberName(String name, Element element, List<Fault> faults) {
        CapnpNames.memberNameFault(name)
                .ifPresent(fault -> faults.add(new Fault(element, Messages.illegalName(fault))));
    }

    private static int slots(ComponentModel component) {
        return WIDE.contains(component.value()) ? 2 : 1;
    }

    private static Optional<String> pathTo(
            TypeReference target, TypeReference from, TypeGraph graph, Set<TypeReference> visited) {
        String name = from.javaType().simpleName();
        if (from.equals(target)) {
            return Optional.of(name);
        }
        if (!visited.add(from)) {
            return Optional.empty();
        }
        return References.of(graph.get(from)).stream()
                .flatMap(next -> pathTo(target, next, graph, visited).stream())
                .findFirst()
                .map(path -> name + " > " + path);
    }

    private static void constants(EnumModel model, List<Fault> faults) {
        String name = model.reference().javaType().simpleName();
        if (model.constants().isEmpty()) {
            faults.add(new Fault(model.element(), Messages.noConstants(name)));
        }
        Map<String, ConstantModel> bySchemaName = new HashMap<>();
        for (ConstantModel constant : model.constants()) {
            memberName(constant.schemaName(), constant.element(), faults);
            ConstantModel other = bySchemaName.putIfAbsent(constant.schemaName(), constant);
            if (other != null) {
                faults.add(new Fault(
                        constant.element(),
                        Messages.sameConstant(constant.name(), other.name(), constant.schemaName())));
            }
        }
    }
}
