package org.domaintypesystem.processor.validator;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;
import org.domaintypesystem.processor.model.Construction;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.TypeGraph;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.model.ValueModel;

/** Records and classes. */
final class StructValidator {
    /** The parameters that a method can have, less those that the codec adds to the properties. */
    private static final int MAX_SLOTS = 255 - 5;

    private final PropertyValidator properties;

    StructValidator(Predicate<TypeReference> hasCodec) {
        this.properties = new PropertyValidator(hasCodec);
    }

    List<Fault> validate(StructModel struct, TypeGraph graph) {
        List<Fault> faults = new ArrayList<>();
        String home = struct.reference().codec().packageName();
        Stream.concat(Stream.of(struct), struct.locals().stream())
                .flatMap(part -> part.properties().stream())
                .flatMap(property -> properties.validate(property, home, graph).stream())
                .distinct()
                .forEach(faults::add);
        Stream.concat(Stream.of(struct), struct.locals().stream()).forEach(part -> whole(part, faults));
        inherited(struct, faults);
        return faults;
    }

    private static void whole(StructModel struct, List<Fault> faults) {
        Element type = struct.declaration().element();
        String name = struct.reference().javaClass().simpleName();
        if (struct.properties().stream().mapToInt(StructValidator::slots).sum() > MAX_SLOTS) {
            faults.add(new Fault(type, Messages.tooManyFields(name)));
        }
        if (struct.construction() instanceof Construction.Missing missing
                && struct.properties().stream()
                        .noneMatch(property -> property.value().kind() instanceof Kind.Unsupported)) {
            faults.add(new Fault(missing.element() == null ? type : missing.element(), missing.advice()));
        }
        NameValidator names = new NameValidator();
        names.retired(struct.retired(), type);
        Set<String> known = new HashSet<>();
        struct.properties().stream()
                // Fields of one Java name hide each other, which has been said.
                .filter(property -> known.add(property.name()))
                .forEach(property ->
                        names.check(property.schemaName(), property.name(), property.element(), property.numbering()));
        faults.addAll(names.faults());
        NumberingValidator numbering = new NumberingValidator(type, name, 0);
        numbering.retired(struct.retired());
        numbering.properties(struct.properties());
        faults.addAll(numbering.faults());
    }

    /** Fields of superclasses come first, so that a new one there would move all others. */
    private static void inherited(StructModel struct, List<Fault> faults) {
        boolean isNumbered = struct.properties().stream()
                .anyMatch(property -> property.numbering().isExplicit());
        String inherited = struct.properties().stream()
                .filter(property ->
                        !struct.declaration().type().equals(property.element().getEnclosingElement()))
                .map(Property::name)
                .collect(Collectors.joining(", "));
        if (!isNumbered && !inherited.isEmpty()) {
            faults.add(new Fault(
                    struct.declaration().element(),
                    Messages.inherited(struct.reference().javaClass().simpleName(), inherited)));
        }
    }

    private static int slots(Property property) {
        ValueModel value = property.value();
        return value.javaType().isPrimitive()
                        && value.kind() instanceof Kind.Scalar number
                        && (number.primitive() == Primitive.LONG || number.primitive() == Primitive.DOUBLE)
                ? 2
                : 1;
    }
}
