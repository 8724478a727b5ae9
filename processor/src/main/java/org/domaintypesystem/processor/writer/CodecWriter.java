package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.CompiledSchema;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.processor.model.TypeModel.Declaration;
import org.domaintypesystem.processor.model.TypeModel.EnumModel;
import org.domaintypesystem.processor.plan.StructPlan;
import org.domaintypesystem.processor.plan.TypePlan;
import org.domaintypesystem.schema.CapnpWriter;
import org.domaintypesystem.schema.Node;

/** Writes the codec of a type, with those of the structs that are declared inside its schema. */
public final class CodecWriter {
    private final Generated generated;

    public CodecWriter(Generated generated) {
        this.generated = generated;
    }

    public TypeSpec write(TypePlan plan) {
        TypeSpec.Builder type = generated
                .companion(plan.model(), plan.model().reference().codec())
                .addJavadoc(
                        "Writes and reads {@link $T} as Cap'n Proto, $L {@code @$L} of {@code $L}.\n",
                        plan.model().reference().javaClass(),
                        plan.file().root() instanceof Node.EnumNode ? "enum" : "struct",
                        Hex.of(plan.descriptor().typeId()),
                        plan.file().path())
                .addAnnotation(schema(plan));
        if (plan.content() instanceof TypePlan.Struct struct) {
            StructCodecWriter.write(type, struct.plan(), descriptor(plan));
            locals(type, struct.locals());
        } else if (plan.content() instanceof TypePlan.Sealed sealed) {
            SealedCodecWriter.write(type, sealed.plan(), descriptor(plan));
            locals(type, sealed.locals());
        } else {
            EnumCodecWriter.write(type, (EnumModel) plan.model());
        }
        return type.build();
    }

    private static AnnotationSpec schema(TypePlan plan) {
        AnnotationSpec.Builder schema = AnnotationSpec.builder(CompiledSchema.class)
                .addMember("file", "$S", plan.file().path())
                .addMember("text", "$S", CapnpWriter.writeWithoutDocs(plan.file()));
        for (ClassName codec : plan.uses()) {
            schema.addMember("uses", CodeBlock.of("$T.class", codec));
        }
        return schema.build();
    }

    private static void locals(TypeSpec.Builder type, List<StructPlan> locals) {
        for (StructPlan local : locals) {
            TypeSpec.Builder nested = TypeSpec.classBuilder(
                            local.model().reference().codec())
                    .addModifiers(Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc(
                            "Struct {@code $L @$L}.\n",
                            local.node().name().name(),
                            Hex.of(local.node().id()));
            StructCodecWriter.write(nested, local, descriptor(local));
            type.addType(nested.build());
        }
    }

    private static CodeBlock descriptor(TypePlan plan) {
        TypeDescriptor descriptor = plan.descriptor();
        Declaration declaration = plan.model().declaration();
        return CodeBlock.of(
                "new $T($S, $LL, $LL, $T.class)$L$L",
                TypeDescriptor.class,
                descriptor.name(),
                Hex.of(descriptor.typeId()),
                Hex.of(descriptor.schemaId()),
                plan.model().reference().codec(),
                declaration.retainsLast() ? ".retainingLast()" : "",
                declaration.isReliable() ? ".reliable()" : "");
    }

    /** It is never a message of its own: that would need a fingerprint. */
    private static CodeBlock descriptor(StructPlan local) {
        return CodeBlock.of(
                "new $T($S, $LL, 0)",
                TypeDescriptor.class,
                local.node().name().qualified(),
                Hex.of(local.node().id()));
    }
}
