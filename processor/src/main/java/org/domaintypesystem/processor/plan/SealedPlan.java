package org.domaintypesystem.processor.plan;

import org.domaintypesystem.processor.model.TypeModel.SealedModel;
import org.domaintypesystem.processor.model.TypeModel.Subtype;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.StructLayout;

/**
 * A sealed type: a struct with a tag and a pointer.
 *
 * @param isRecursive whether a value can contain others of its type, so that its depth has to be limited
 */
public record SealedPlan(SealedModel model, StructNode node, StructLayout layout, boolean isRecursive) {

    /** What the tag says of a subtype. */
    public int tag(Subtype subtype) {
        return layout.slots().get(subtype.ordinal()).tag();
    }

    /** A subtype as the schema has it, without its type: {@code circle @1}. */
    public String label(Subtype subtype) {
        return subtype.schemaName() + " @" + subtype.ordinal();
    }
}
