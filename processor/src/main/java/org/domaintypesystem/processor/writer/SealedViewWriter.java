package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.processor.model.TypeModel.Subtype;
import org.domaintypesystem.processor.plan.SealedPlan;

/** Writes what the view of a sealed type has: for each subtype, whether the value is one, and the view of that. */
final class SealedViewWriter {
    private SealedViewWriter() {}

    static void write(TypeSpec.Builder type, SealedPlan plan) {
        NameAllocator names = new NameAllocator();
        Stream.of("in", "struct", "tag").forEach(names::newName);
        ViewWriter.METHODS_OF_OBJECT.forEach(names::newName);
        type.addMethod(MethodSpec.methodBuilder("tag")
                .addJavadoc("Which subtype the value is, by the number of its tag; 0 for none.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addStatement("return in.uint16(struct, 0)")
                .build());
        for (Subtype subtype : plan.model().subtypes()) {
            String name = names.newName(subtype.schemaName());
            ClassName view = ViewWriter.viewOf(SealedCodecWriter.codecOf(subtype));
            type.addField(FieldSpec.builder(view, name, Modifier.PRIVATE).build());
            type.addMethod(MethodSpec.methodBuilder(
                            names.newName("is" + subtype.javaType().simpleName()))
                    .addJavadoc("Whether the value is a {@link $T}.\n", subtype.javaType())
                    .addModifiers(Modifier.PUBLIC)
                    .returns(TypeName.BOOLEAN)
                    .addStatement("return tag() == $L", plan.tag(subtype))
                    .build());
            type.addMethod(MethodSpec.methodBuilder(name)
                    .addJavadoc(
                            "{@code $L}\n\n@throws IllegalStateException if the value is of another subtype\n",
                            plan.label(subtype))
                    .addModifiers(Modifier.PUBLIC)
                    .returns(view)
                    .beginControlFlow("if (tag() != $L)", plan.tag(subtype))
                    .addStatement(
                            "throw new $T($S + tag())",
                            IllegalStateException.class,
                            "not a " + subtype.javaType().simpleName() + ": tag ")
                    .endControlFlow()
                    .beginControlFlow("if ($L == null)", name)
                    .addStatement("$L = new $T(in)", name, view)
                    .endControlFlow()
                    .addStatement("return $L.show(in.structInPlace(struct, 0))", name)
                    .build());
        }
    }
}
