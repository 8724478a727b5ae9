package org.domaintypesystem.processor;

import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** An annotated type as it was read. The element serves messages and the order of generated files, nothing else. */
sealed interface TypeModel {
    TypeReference reference();

    TypeElement element();

    /** Whether generated code may be public: the type and all that enclose it are. */
    boolean isPublic();

    /**
     * A record.
     *
     * @param isMessage whether it is a type of its own on the network
     */
    record RecordModel(
            TypeReference reference,
            TypeElement element,
            boolean isPublic,
            boolean isMessage,
            List<ComponentModel> components)
            implements TypeModel {
        public RecordModel {
            components = List.copyOf(components);
        }
    }

    /** An enum. */
    record EnumModel(TypeReference reference, TypeElement element, boolean isPublic, List<ConstantModel> constants)
            implements TypeModel {
        public EnumModel {
            constants = List.copyOf(constants);
        }
    }

    /** An annotated type of a kind that cannot travel, with the fault that says so. */
    record UnsupportedModel(TypeReference reference, TypeElement element, String advice) implements TypeModel {
        @Override
        public boolean isPublic() {
            return false;
        }
    }

    /** A component of a record. */
    record ComponentModel(String name, TypeName javaType, ValueModel value, boolean isKey, Element element) {}

    /** A constant of an enum, with its name in the schema. */
    record ConstantModel(String name, String schemaName, Element element) {}
}
