package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.View;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.plan.StructPlan;
import org.domaintypesystem.processor.plan.TypePlan;

/** Writes the view of a struct, with those of the structs that are declared inside its schema. */
public final class ViewWriter {
    private final Generated generated;

    public ViewWriter(Generated generated) {
        this.generated = generated;
    }

    /**
     * @param plan of anything but an enum
     */
    public TypeSpec write(TypePlan plan) {
        ClassName view = viewOf(plan.model().reference());
        TypeSpec.Builder type = generated
                .companion(plan.model(), view)
                .addJavadoc(
                        "Reads a {@link $T} message in place, without an object for it.\n",
                        plan.model().reference().javaClass())
                .superclass(ParameterizedTypeName.get(ClassName.get(View.class), view));
        if (plan.content() instanceof TypePlan.Struct struct) {
            accessors(type, struct.plan());
            locals(type, struct.locals());
        } else if (plan.content() instanceof TypePlan.Sealed sealed) {
            SealedViewWriter.write(type, sealed.plan());
            locals(type, sealed.locals());
        }
        return type.build();
    }

    private static void locals(TypeSpec.Builder type, List<StructPlan> locals) {
        for (StructPlan local : locals) {
            ClassName view = viewOf(local.model().reference());
            TypeSpec.Builder nested = TypeSpec.classBuilder(view)
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc(
                            "Reads a struct {@code $L} in place.\n",
                            local.node().name().name())
                    .superclass(ParameterizedTypeName.get(ClassName.get(View.class), view));
            accessors(nested, local);
            type.addType(nested.build());
        }
    }

    private static void accessors(TypeSpec.Builder type, StructPlan plan) {
        NameAllocator methods = new NameAllocator();
        plan.model().properties().forEach(property -> methods.newName(property.name(), property));
        NameAllocator fields = new NameAllocator();
        locals(plan).forEach(fields::newName);
        for (Property property : plan.model().properties()) {
            ViewAccessors accessors = new ViewAccessors(plan, property, methods, fields);
            accessors.fields().forEach(type::addField);
            accessors.methods().forEach(type::addMethod);
        }
    }

    static ClassName viewOf(TypeReference reference) {
        return Objects.requireNonNull(reference.view());
    }

    /** The names that accessors use themselves. */
    private static Stream<String> locals(StructPlan plan) {
        int depth = plan.model().properties().stream()
                .mapToInt(property -> ViewAccessors.depth(property.value().kind()))
                .max()
                .orElse(0);
        return Stream.concat(
                Stream.of("in", "struct", "shown"),
                IntStream.range(0, depth).boxed().flatMap(level -> Stream.of("index" + level, "list" + level)));
    }
}
