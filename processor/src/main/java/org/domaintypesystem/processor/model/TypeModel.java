package org.domaintypesystem.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.schema.Node;
import org.jspecify.annotations.Nullable;

/** A type with a codec as it was read. Elements serve messages and the order of generated files, nothing else. */
public sealed interface TypeModel {
    TypeReference reference();

    /** A type that is read from its declaration. */
    sealed interface Declared extends TypeModel {
        /** Where it is declared. */
        Declaration declaration();

        /** The numbers that stay taken. */
        List<Retired> retired();

        /** Structs that are declared inside its schema: entries of maps, generic types as they are used. */
        default List<StructModel> locals() {
            return List.of();
        }
    }

    /**
     * What is known of every declared type.
     *
     * @param element what has the annotation, and where messages point: the type, or the package that imports it
     * @param type the type itself
     * @param isPublic whether generated code may be public: the type and all that enclose it are
     * @param isMessage whether it is a type of its own on the network
     * @param retainsLast whether publishers keep its last values
     * @param isReliable whether publishers send again what somebody misses
     * @param doc what it means, as plain text
     * @param faults what could not be read
     */
    record Declaration(
            Element element,
            TypeElement type,
            boolean isPublic,
            boolean isMessage,
            boolean retainsLast,
            boolean isReliable,
            String doc,
            List<Fault> faults) {
        public Declaration {
            faults = List.copyOf(faults);
        }

        /** The same with other faults. */
        public Declaration withFaults(List<Fault> others) {
            return new Declaration(element, type, isPublic, isMessage, retainsLast, isReliable, doc, others);
        }
    }

    /**
     * A record, a class, or one of the structs that are declared inside another one's schema.
     *
     * @param takesComponents whether it can be written without an object for it: records, whose components are all there is
     */
    record StructModel(
            TypeReference reference,
            Declaration declaration,
            boolean takesComponents,
            List<Property> properties,
            Construction construction,
            List<Retired> retired,
            List<StructModel> locals)
            implements Declared {
        public StructModel {
            properties = List.copyOf(properties);
            retired = List.copyOf(retired);
            locals = List.copyOf(locals);
        }
    }

    /**
     * A sealed interface or class.
     *
     * @param locals structs that hold the constants of permitted enums
     */
    record SealedModel(
            TypeReference reference,
            Declaration declaration,
            List<Subtype> subtypes,
            List<Retired> retired,
            List<StructModel> locals)
            implements Declared {
        public SealedModel {
            subtypes = List.copyOf(subtypes);
            retired = List.copyOf(retired);
            locals = List.copyOf(locals);
        }
    }

    /**
     * A permitted subtype.
     *
     * @param kind always a struct, unless it is unsupported
     * @param javaType the subtype itself, also where the struct only wraps it
     * @param isUnknown whether it stands for those that are not known
     */
    record Subtype(
            String schemaName,
            Kind kind,
            ClassName javaType,
            int ordinal,
            Numbering numbering,
            boolean isUnknown,
            String doc,
            TypeElement element) {}

    /** An enum. */
    record EnumModel(TypeReference reference, Declaration declaration, List<Constant> constants, List<Retired> retired)
            implements Declared {
        public EnumModel {
            constants = List.copyOf(constants);
            retired = List.copyOf(retired);
        }

        /** The constant that stands for those that are not known. */
        public @Nullable Constant unknown() {
            return constants.stream().filter(Constant::isUnknown).findFirst().orElse(null);
        }
    }

    /** A constant of an enum. */
    record Constant(
            String name,
            String schemaName,
            int ordinal,
            Numbering numbering,
            boolean isUnknown,
            String doc,
            Element element) {}

    /**
     * A type of another compilation: its codec says what its schema is.
     *
     * @param nodes its declaration and all that can be reached from it
     */
    record CompiledModel(TypeReference reference, Collection<Node> nodes) implements TypeModel {
        public CompiledModel {
            nodes = List.copyOf(nodes);
        }
    }

    /** A generic type: it is written into each type that uses it, with the arguments there, and has nothing of its own. */
    record GenericModel(TypeReference reference, Declaration declaration, List<Retired> retired) implements Declared {
        public GenericModel {
            retired = List.copyOf(retired);
        }
    }

    /** An annotated type of a kind that cannot travel; its declaration has the faults that say so. */
    record UnsupportedModel(TypeReference reference, Declaration declaration) implements Declared {
        @Override
        public List<Retired> retired() {
            return List.of();
        }
    }
}
