package org.domaintypesystem.processor.validator;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import org.domaintypesystem.annotation.DtsUnknown;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.TypeGraph;
import org.domaintypesystem.processor.model.TypeModel.SealedModel;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.processor.model.TypeModel.Subtype;

/** Sealed interfaces and classes. */
final class SealedValidator {
    private SealedValidator() {}

    static List<Fault> validate(SealedModel model, TypeGraph graph) {
        List<Fault> faults = new ArrayList<>();
        String name = model.reference().javaClass().simpleName();
        Element type = model.declaration().element();
        model.subtypes().stream()
                .filter(Subtype::isUnknown)
                .skip(1)
                .map(second -> new Fault(second.element(), Messages.severalUnknown(name)).at(DtsUnknown.class))
                .forEach(faults::add);
        NameValidator names = new NameValidator();
        names.reserve("unset", "the number 0");
        names.retired(model.retired(), type);
        for (Subtype subtype : model.subtypes()) {
            String subtypeName = String.join(".", subtype.javaType().simpleNames());
            names.check(subtype.schemaName(), subtypeName, subtype.element(), subtype.numbering());
            if (subtype.kind() instanceof Kind.Unsupported unsupported) {
                faults.add(new Fault(subtype.element(), unsupported.advice()));
            } else if (subtype.isUnknown() && hasFields(subtype, graph)) {
                faults.add(new Fault(
                        subtype.element(),
                        Messages.unknownNeedsNoFields(subtype.javaType().simpleName())));
            }
        }
        faults.addAll(names.faults());
        NumberingValidator numbering = new NumberingValidator(type, name, 1);
        numbering.retired(model.retired());
        numbering.subtypes(model.subtypes());
        faults.addAll(numbering.faults());
        return faults;
    }

    private static boolean hasFields(Subtype subtype, TypeGraph graph) {
        return subtype.kind() instanceof Kind.Struct struct
                && !(graph.get(struct.type()) instanceof StructModel read
                        && read.properties().isEmpty());
    }
}
