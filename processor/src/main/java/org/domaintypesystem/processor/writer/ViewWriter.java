package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.View;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.plan.StructPlan;
import org.domaintypesystem.processor.plan.TypePlan;

/** Writes the view of a struct, with those of the structs that are declared inside its schema. */
public final class ViewWriter {
    /** The names of methods that an accessor without parameters cannot have. */
    static final List<String> METHODS_OF_OBJECT =
            List.of("clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Generated generated;

    public ViewWriter(Generated generated) {
        this.generated = generated;
    }

    /**
     * Writes the view of a type.
     *
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
        constructors(type);
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
            constructors(nested);
            accessors(nested, local);
            type.addType(nested.build());
        }
    }

    private static void accessors(TypeSpec.Builder type, StructPlan plan) {
        NameAllocator methods = new NameAllocator();
        METHODS_OF_OBJECT.forEach(methods::newName);
        plan.model().properties().forEach(property -> methods.newName(property.name(), property));
        NameAllocator fields = new NameAllocator();
        locals(plan).forEach(fields::newName);
        List<ViewAccessors> accessors = plan.model().properties().stream()
                .map(property -> new ViewAccessors(plan, property, methods, fields))
                .toList();
        accessors.forEach(accessor -> accessor.fields().forEach(type::addField));
        List<String> lists = accessors.stream()
                .flatMap(accessor -> accessor.listField().stream())
                .toList();
        if (!lists.isEmpty()) {
            type.addMethod(show(viewOf(plan.model().reference()), lists));
        }
        accessors.forEach(accessor -> accessor.methods().forEach(type::addMethod));
    }

    private static void constructors(TypeSpec.Builder type) {
        type.addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("A view of its own.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("A view for a part of what another one shows, with its reader.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(WireReader.class, "in")
                        .addStatement("super(in)")
                        .build());
    }

    private static MethodSpec show(ClassName view, List<String> lists) {
        MethodSpec.Builder show = MethodSpec.methodBuilder("show")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(view)
                .addParameter(TypeName.LONG, "resolved");
        lists.forEach(list -> show.addStatement("$L = UNRESOLVED", list));
        return show.addStatement("return super.show(resolved)").build();
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
                Stream.of("in", "struct", "UNRESOLVED"),
                IntStream.range(0, depth).boxed().flatMap(level -> Stream.of("index" + level, "list" + level)));
    }
}
