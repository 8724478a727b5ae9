package org.domaintypesystem.processor.validator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;
import org.domaintypesystem.processor.model.Numbering;
import org.domaintypesystem.processor.model.Retired;
import org.domaintypesystem.schema.CapnpNames;

/** Names of members: legal in a schema, and none twice. */
final class NameValidator {
    private static final String REMEDY = "@DtsField";

    private final Map<String, String> taken = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    /** Takes a name without checking it. */
    void reserve(String schemaName, String name) {
        taken.put(schemaName, name);
    }

    /**
     * @param type that has them
     */
    void retired(List<Retired> retired, Element type) {
        for (Retired one : retired) {
            Optional<String> fault = CapnpNames.memberNameFault(one.name());
            if (fault.isPresent()) {
                faults.add(new Fault(type, Messages.illegalRetiredName(fault.get())).at(one.annotation(), "name"));
            } else {
                reserve(CapnpNames.retired(one.name()), one.name());
            }
        }
    }

    /**
     * @param name in Java, for the message
     * @param element what has the name
     */
    void check(String schemaName, String name, Element element, Numbering numbering) {
        CapnpNames.memberNameFault(schemaName)
                .ifPresent(fault -> report(element, numbering, Messages.illegalName(fault, REMEDY)));
        String other = taken.putIfAbsent(schemaName, name);
        if (other != null) {
            report(element, numbering, Messages.sameName(name, other, schemaName, REMEDY));
        }
    }

    private void report(Element element, Numbering numbering, String message) {
        Element place = numbering.element();
        faults.add(
                place != null && Fault.hasValue(numbering.annotation(), "name")
                        ? new Fault(place, message).at(numbering.annotation(), "name")
                        : new Fault(element, message));
    }

    List<Fault> faults() {
        return faults;
    }
}
