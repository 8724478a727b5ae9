package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import org.domaintypesystem.codec.View;
import org.domaintypesystem.processor.TypeModel.ComponentModel;

/** Writes the view of a record. */
final class ViewWriter {
    private final Generated generated;

    ViewWriter(Generated generated) {
        this.generated = generated;
    }

    TypeSpec write(TypePlan plan) {
        ClassName view = plan.model().reference().view();
        TypeSpec.Builder type = generated
                .companion(plan.model(), view)
                .addJavadoc("Reads a {@link $T} message in place, without an object for it.\n", plan.javaType())
                .superclass(ParameterizedTypeName.get(ClassName.get(View.class), view));
        NameAllocator methods = new NameAllocator();
        plan.model().components().forEach(component -> methods.newName(component.name(), component));
        NameAllocator fields = new NameAllocator();
        fields.newName("in", "in");
        fields.newName("struct", "struct");
        for (ComponentModel component : plan.model().components()) {
            ViewAccessors accessors =
                    new ViewAccessors(plan, component, methods, fields.newName(component.name(), component));
            accessors.fields().forEach(type::addField);
            accessors.methods().forEach(type::addMethod);
        }
        return type.build();
    }
}
