package org.domaintypesystem.processor.plan;

import com.palantir.javapoet.ClassName;
import java.util.List;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.processor.model.TypeModel.Declared;
import org.domaintypesystem.schema.SchemaFile;

/**
 * A type without faults.
 *
 * @param uses the codecs of the types that it refers to
 */
public record TypePlan(
        Declared model, SchemaFile file, TypeDescriptor descriptor, List<ClassName> uses, Content content) {

    /** What is particular to the kind of type. */
    public sealed interface Content {}

    /**
     * A record or a class.
     *
     * @param locals the structs that are declared inside its schema
     */
    public record Struct(StructPlan plan, List<StructPlan> locals) implements Content {}

    /** A sealed type. */
    public record Sealed(SealedPlan plan, List<StructPlan> locals) implements Content {}

    /** An enum. */
    public record Enumeration() implements Content {}
}
