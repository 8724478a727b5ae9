package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.DecodeException;
import org.domaintypesystem.codec.EncodeException;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.TypeModel.Subtype;
import org.domaintypesystem.processor.model.TypeReference;
import org.domaintypesystem.processor.plan.SealedPlan;
import org.jspecify.annotations.Nullable;

/** Writes the body of a sealed type's codec: a tag that says which subtype it is, and a pointer to that. */
final class SealedCodecWriter {
    private SealedCodecWriter() {}

    static void write(TypeSpec.Builder type, SealedPlan plan, CodeBlock descriptor) {
        StructCodecWriter.frame(
                type,
                plan.model().reference(),
                descriptor,
                plan.layout().dataWords(),
                plan.layout().pointerCount(),
                plan.isRecursive());
        type.addMethod(body(plan)).addMethod(read(plan));
    }

    private static MethodSpec body(SealedPlan plan) {
        MethodSpec.Builder body = MethodSpec.methodBuilder("writeBody")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(TypeName.INT)
                .addParameter(plan.model().reference().javaType(), "value")
                .addParameter(byte[].class, "out")
                .addParameter(TypeName.INT, "struct")
                .addParameter(TypeName.INT, "end")
                .addParameter(TypeName.INT, "limit");
        int pointer = plan.layout().dataWords() * Long.BYTES;
        for (Subtype subtype : plan.model().subtypes()) {
            body.beginControlFlow("if (value instanceof $T subtype)", subtype.javaType())
                    .addComment("$L", plan.label(subtype))
                    .addStatement("$T.int64(out, struct, $L)", WireWriter.class, plan.tag(subtype))
                    .addStatement(
                            "return $T.INSTANCE.write(subtype, out, struct + $L, end, limit)",
                            codecOf(subtype).codec(),
                            pointer)
                    .endControlFlow();
        }
        return body.addStatement(
                        "throw new $T(value.getClass() + $S)",
                        EncodeException.class,
                        " was no subtype of " + plan.node().name().qualified()
                                + " when that was compiled: compile both again")
                .build();
    }

    private static MethodSpec read(SealedPlan plan) {
        String name = plan.node().name().qualified();
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (in.uint16(struct, 0)) {$>\n");
        for (Subtype subtype : plan.model().subtypes()) {
            cases.add(
                    "case $L -> $T.INSTANCE.readRequired(in, struct, 0, $S);\n",
                    plan.tag(subtype),
                    codecOf(subtype).codec(),
                    name + '.' + subtype.schemaName());
        }
        cases.add(
                "case 0 -> throw new $T($S);\n", DecodeException.class, name + " is unset: it is none of its subtypes");
        Subtype unknown = unknown(plan);
        if (unknown == null) {
            cases.add(
                    "default -> throw new $T($S + (int) in.uint16(struct, 0));\n",
                    DecodeException.class,
                    name + " has no subtype with tag ");
        } else {
            cases.add(
                    "default -> $T.INSTANCE.read(in, $T.ABSENT);\n",
                    codecOf(unknown).codec(),
                    WireReader.class);
        }
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(plan.model().reference().javaType())
                .addParameter(WireReader.class, "in")
                .addParameter(TypeName.LONG, "struct")
                .addCode(cases.add("$<};\n").build())
                .build();
    }

    private static @Nullable Subtype unknown(SealedPlan plan) {
        return plan.model().subtypes().stream()
                .filter(Subtype::isUnknown)
                .findFirst()
                .orElse(null);
    }

    static TypeReference codecOf(Subtype subtype) {
        return ((Kind.Struct) subtype.kind()).type();
    }
}
