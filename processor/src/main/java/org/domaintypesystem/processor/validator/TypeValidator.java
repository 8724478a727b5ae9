package org.domaintypesystem.processor.validator;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsUnknown;
import org.domaintypesystem.annotation.DtsValue;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;
import org.domaintypesystem.processor.model.Retired;
import org.domaintypesystem.processor.model.TypeGraph;
import org.domaintypesystem.processor.model.TypeModel;
import org.domaintypesystem.processor.model.TypeModel.Constant;
import org.domaintypesystem.processor.model.TypeModel.Declared;
import org.domaintypesystem.processor.model.TypeModel.EnumModel;
import org.domaintypesystem.processor.model.TypeModel.SealedModel;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.schema.CapnpNames;
import org.domaintypesystem.schema.Type;
import org.domaintypesystem.schema.TypeExpression;
import org.domaintypesystem.schema.TypeIds;
import org.domaintypesystem.schema.TypeName;

/** Finds all faults of a type at once. Lives for one round of the compiler, and looks at each type once. */
public final class TypeValidator {
    private final StructValidator structs;
    private final Map<TypeReference, List<Fault>> known = new HashMap<>();

    /**
     * @param hasCodec whether the codec of a type that was not read exists
     */
    public TypeValidator(Predicate<TypeReference> hasCodec) {
        this.structs = new StructValidator(hasCodec);
    }

    /** The faults of the root of a graph; those of the types that it refers to are found when these are the root. */
    public List<Fault> validate(TypeGraph graph) {
        return faults(graph.root(), graph);
    }

    /** Whether neither the root nor a type that it refers to, directly or not, has errors. */
    public boolean isValid(TypeGraph graph) {
        return graph.types().values().stream()
                .allMatch(model -> faults(model, graph).stream().noneMatch(Fault::isError));
    }

    private List<Fault> faults(TypeModel model, TypeGraph graph) {
        List<Fault> faults = known.get(model.reference());
        if (faults == null) {
            faults = model instanceof Declared declared ? find(declared, graph) : List.of();
            known.put(model.reference(), faults);
        }
        return faults;
    }

    private List<Fault> find(Declared model, TypeGraph graph) {
        List<Fault> faults = new ArrayList<>(model.declaration().faults());
        declaration(model, faults);
        retired(model, faults);
        if (model instanceof StructModel struct) {
            faults.addAll(structs.validate(struct, graph));
        } else if (model instanceof SealedModel sealed) {
            faults.addAll(SealedValidator.validate(sealed, graph));
        } else if (model instanceof EnumModel constants) {
            constants(constants, faults);
        }
        return faults;
    }

    private static void declaration(Declared model, List<Fault> faults) {
        Element element = model.declaration().element();
        TypeReference reference = model.reference();
        String name = reference.javaClass().simpleName();
        Class<? extends Annotation> mark = model.declaration().isMessage() ? DtsType.class : DtsValue.class;
        if (isPrivate(model.declaration().type())) {
            faults.add(new Fault(element, Messages.unreachable(name)));
        }
        TypeName schemaName = reference.schemaName();
        CapnpNames.typeNameFault(schemaName.name())
                .ifPresent(fault -> faults.add(
                        new Fault(element, Messages.illegalName(fault, "@" + mark.getSimpleName())).at(mark, "name")));
        CapnpNames.namespaceFault(schemaName.namespace())
                .ifPresent(fault ->
                        faults.add(new Fault(element, Messages.illegalNamespace(fault)).at(mark, "namespace")));
        if (!TypeIds.isId(reference.id())) {
            String suggestion = "0x%sL".formatted(TypeIds.hex(TypeIds.typeId(schemaName)));
            faults.add(new Fault(element, Messages.illegalId("0x" + TypeIds.hex(reference.id()), suggestion))
                    .at(mark, "id"));
        }
    }

    private static boolean isPrivate(TypeElement type) {
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement()) {
            if (at.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    private static void retired(Declared model, List<Fault> faults) {
        if (model instanceof EnumModel) {
            return;
        }
        for (Retired one : model.retired()) {
            retiredTypeFault(one, model)
                    .ifPresent(fault ->
                            faults.add(new Fault(model.declaration().element(), fault).at(one.annotation(), "type")));
        }
    }

    private static Optional<String> retiredTypeFault(Retired retired, Declared model) {
        Type type;
        try {
            type = TypeExpression.parse(retired.type());
        } catch (IllegalArgumentException e) {
            return Optional.of(Messages.retiredType(String.valueOf(e.getMessage())));
        }
        Type innermost = type;
        while (innermost instanceof Type.ListOf list) {
            innermost = list.element();
        }
        boolean isKnown = innermost instanceof Type.Basic
                || retired.reference() != null
                || (innermost instanceof Type.StructRef struct && isLocal(struct, model));
        return isKnown
                ? Optional.empty()
                : Optional.of(Messages.retiredTypeGone(
                        retired.type(), type instanceof Type.EnumRef ? Type.Basic.UINT16 : Type.Basic.ANY_POINTER));
    }

    private static boolean isLocal(Type.StructRef type, Declared model) {
        return model.locals().stream().anyMatch(local -> local.reference().id() == type.id());
    }

    private static void constants(EnumModel model, List<Fault> faults) {
        String name = model.reference().javaClass().simpleName();
        Element type = model.declaration().element();
        if (model.constants().isEmpty()) {
            faults.add(new Fault(type, Messages.noConstants(name)));
        }
        model.constants().stream()
                .filter(Constant::isUnknown)
                .skip(1)
                .map(second -> new Fault(second.element(), Messages.severalUnknown(name)).at(DtsUnknown.class))
                .forEach(faults::add);
        NameValidator names = new NameValidator();
        names.retired(model.retired(), type);
        model.constants()
                .forEach(constant ->
                        names.check(constant.schemaName(), constant.name(), constant.element(), constant.numbering()));
        faults.addAll(names.faults());
        NumberingValidator numbering = new NumberingValidator(type, name, 0);
        numbering.retired(model.retired());
        numbering.constants(model.constants());
        faults.addAll(numbering.faults());
    }
}
