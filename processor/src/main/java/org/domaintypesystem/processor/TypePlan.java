package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.processor.TypeModel.ComponentModel;
import org.domaintypesystem.processor.TypeModel.RecordModel;
import org.domaintypesystem.schema.Node.StructNode;
import org.domaintypesystem.schema.StructLayout;

/** All that is decided about a record before anything is written. */
record TypePlan(RecordModel model, StructNode node, StructLayout layout, TypeDescriptor descriptor) {

    ClassName javaType() {
        return model.reference().javaType();
    }

    /** The slot of a component; components have the ordinals of their declaration. */
    StructLayout.Slot slot(ComponentModel component) {
        return layout.slots().get(model.components().indexOf(component));
    }

    /** The full name of a component, as errors give it. */
    String fieldName(ComponentModel component) {
        return descriptor.name() + "." + component.name();
    }

    /** A component as the schema has it, without its type: {@code celsius @1}. */
    String label(ComponentModel component) {
        return component.name() + " @" + model.components().indexOf(component);
    }

    /** Where a component's pointer lies behind the start of the struct, in bytes. */
    int pointerOffset(ComponentModel component) {
        return (layout.dataWords() + slot(component).offset()) * Long.BYTES;
    }
}
