package org.domaintypesystem.processor.plan;

import java.util.Objects;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.TypeModel.StructModel;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.StructLayout;
import org.domaintypesystem.schema.StructLayout.Slot;

/**
 * A struct: one of a type of its own, or one that is declared inside another one's schema.
 *
 * @param isRecursive whether a value can contain others of its type, so that its depth has to be limited
 */
public record StructPlan(StructModel model, StructNode node, StructLayout layout, boolean isRecursive) {

    /** The slot of a property's value. */
    public Slot slot(Property property) {
        return layout.slots().get(property.presentOrdinal());
    }

    /** Where the tag of a property that may be absent lies, in bits. */
    public int tagBit(Property property) {
        return Objects.requireNonNull(layout.tagOffsets().get(property.schemaName())) * Character.SIZE;
    }

    /** The full name of a property, as errors give it. */
    public String fieldName(Property property) {
        return node.name().qualified() + "." + property.name();
    }

    /** A property as the schema has it, without its type: {@code celsius @1}. */
    public String label(Property property) {
        return property.schemaName() + " @" + property.presentOrdinal();
    }

    /** Where a property's pointer lies behind the start of the struct, in bytes. */
    public int pointerOffset(Property property) {
        return (layout.dataWords() + slot(property).offset()) * Long.BYTES;
    }
}
