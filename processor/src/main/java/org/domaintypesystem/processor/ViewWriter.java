package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        locals(plan).forEach(fields::newName);
        for (ComponentModel component : plan.model().components()) {
            ViewAccessors accessors = new ViewAccessors(plan, component, methods, fields);
            accessors.fields().forEach(type::addField);
            accessors.methods().forEach(type::addMethod);
        }
        return type.build();
    }

    /** The names that accessors use themselves. */
    private static Stream<String> locals(TypePlan plan) {
        int depth = plan.model().components().stream()
                .mapToInt(component -> ViewAccessors.depth(component.value()))
                .max()
                .orElse(0);
        return Stream.concat(
                Stream.of("in", "struct", "shown"),
                IntStream.range(0, depth).boxed().flatMap(level -> Stream.of("index" + level, "list" + level)));
    }
}
