package org.domaintypesystem.processor.validator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;
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

    void retired(List<Retired> retired) {
        retired.forEach(one -> reserve(CapnpNames.retired(one.name()), one.name()));
    }

    /**
     * @param name in Java, for the message
     */
    void check(String schemaName, String name, Element element) {
        CapnpNames.memberNameFault(schemaName)
                .ifPresent(fault -> faults.add(new Fault(element, Messages.illegalName(fault, REMEDY))));
        String other = taken.putIfAbsent(schemaName, name);
        if (other != null) {
            faults.add(new Fault(element, Messages.sameName(name, other, schemaName, REMEDY)));
        }
    }

    List<Fault> faults() {
        return faults;
    }
}
