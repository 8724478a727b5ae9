package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.Codec;
import org.domaintypesystem.codec.TypeDescriptor;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.processor.TypeModel.ComponentModel;
import org.domaintypesystem.schema.StructLayout.Slot;

/** Writes the codec of a record. */
final class CodecWriter {
    private final Generated generated;

    CodecWriter(Generated generated) {
        this.generated = generated;
    }

    TypeSpec write(TypePlan plan) {
        MethodNames names = new MethodNames(plan.model().components());
        ClassName codec = plan.model().reference().codec();
        TypeSpec.Builder type = generated
                .companion(plan.model(), codec)
                .addJavadoc(
                        "Writes and reads {@link $T} as Cap'n Proto, struct {@code @$L} of {@code $L}.\n",
                        plan.javaType(),
                        Hex.of(plan.node().id()),
                        plan.node().name().file())
                .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Codec.class), plan.javaType()))
                .addField(FieldSpec.builder(codec, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", codec)
                        .build())
                .addField(FieldSpec.builder(TypeDescriptor.class, "TYPE")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "new $T($S, $LL, $LL)",
                                TypeDescriptor.class,
                                plan.descriptor().name(),
                                Hex.of(plan.descriptor().typeId()),
                                Hex.of(plan.descriptor().schemaId()))
                        .build())
                .addField(constant("DATA_WORDS", plan.layout().dataWords()))
                .addField(constant("POINTERS", plan.layout().pointerCount()))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(type())
                .addMethod(writeValue(plan))
                .addMethod(writeComponents(plan))
                .addMethod(body(plan, names))
                .addMethod(read(plan, names))
                .addMethod(readPointer(plan));
        ListMethods.methods(plan).forEach(type::addMethod);
        for (ComponentModel component : plan.model().components()) {
            if (component.value() instanceof ValueModel.Listing list) {
                ListCode.methods(list, names.of(component), plan.fieldName(component))
                        .forEach(type::addMethod);
            }
        }
        return type.build();
    }

    private static FieldSpec constant(String name, int value) {
        return FieldSpec.builder(TypeName.INT, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", value)
                .build();
    }

    private static MethodSpec type() {
        return MethodSpec.methodBuilder("type")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeDescriptor.class)
                .addStatement("return TYPE")
                .build();
    }

    private static MethodSpec writeValue(TypePlan plan) {
        return MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addParameter(plan.javaType(), "value")
                .addParameter(byte[].class, "out")
                .addParameter(TypeName.INT, "pointer")
                .addParameter(TypeName.INT, "end")
                .addParameter(TypeName.INT, "limit")
                .beginControlFlow("if (value == null)")
                .addStatement("$T.nothing(out, pointer)", WireWriter.class)
                .addStatement("return end")
                .endControlFlow()
                .addStatement("return writeComponents($L)", arguments(plan, "out", "pointer", "end", "limit"))
                .build();
    }

    /** The components of {@code value}, and what else a method takes. */
    static CodeBlock arguments(TypePlan plan, String... others) {
        return wrapped(Stream.concat(
                plan.model().components().stream().map(component -> "value." + component.name() + "()"),
                Arrays.stream(others)));
    }

    /** Arguments that are broken into lines where they are too long for one. */
    static CodeBlock wrapped(Stream<String> arguments) {
        return arguments.map(argument -> CodeBlock.of("$L", argument)).collect(CodeBlock.joining(",$W"));
    }

    private static MethodSpec writeComponents(TypePlan plan) {
        List<ComponentModel> components = plan.model().components();
        Locals locals = new Locals(components);
        return MethodSpec.methodBuilder("writeComponents")
                .addJavadoc("Writes a struct from its components, without an object for it.\n")
                .addModifiers(Modifier.STATIC)
                .returns(TypeName.INT)
                .addParameters(Locals.parameters(components))
                .addParameter(locals.parameter(TypeName.get(byte[].class), "out"))
                .addParameter(locals.parameter(TypeName.INT, "pointer"))
                .addParameter(locals.parameter(TypeName.INT, "end"))
                .addParameter(locals.parameter(TypeName.INT, "limit"))
                .addStatement(
                        "int $L = $T.struct($L, $L, $L, DATA_WORDS, POINTERS, $L)",
                        locals.of("after"),
                        WireWriter.class,
                        locals.of("out"),
                        locals.of("pointer"),
                        locals.of("end"),
                        locals.of("limit"))
                .addStatement(
                        "return writeBody($L)",
                        wrapped(Stream.concat(
                                components.stream().map(ComponentModel::name),
                                Stream.of("out", "end", "after", "limit").map(locals::of))))
                .build();
    }

    private static MethodSpec body(TypePlan plan, MethodNames names) {
        List<ComponentModel> components = plan.model().components();
        Locals locals = new Locals(components);
        MethodSpec.Builder body = MethodSpec.methodBuilder("writeBody")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.INT)
                .addParameters(Locals.parameters(components))
                .addParameter(locals.parameter(TypeName.get(byte[].class), "out"))
                .addParameter(locals.parameter(TypeName.INT, "struct"))
                .addParameter(locals.parameter(TypeName.INT, "end"))
                .addParameter(locals.parameter(TypeName.INT, "limit"));
        byWord(plan).forEach((word, sharing) -> word(plan, word, sharing, locals, body));
        for (ComponentModel component : components) {
            if (ValueCode.isPointer(component.value())) {
                pointer(plan, component, names.of(component), locals, body);
            }
        }
        return body.addStatement("return $L", locals.of("end")).build();
    }

    private static Map<Integer, List<ComponentModel>> byWord(TypePlan plan) {
        return plan.model().components().stream()
                .filter(component -> !ValueCode.isPointer(component.value()))
                .sorted(Comparator.comparingInt(component -> bitOffset(plan.slot(component))))
                .collect(Collectors.groupingBy(
                        component -> bitOffset(plan.slot(component)) / Long.SIZE, TreeMap::new, Collectors.toList()));
    }

    private static int bitOffset(Slot slot) {
        return slot.offset() * slot.storage().bits();
    }

    private static void word(
            TypePlan plan, int word, List<ComponentModel> sharing, Locals locals, MethodSpec.Builder body) {
        String out = locals.of("out");
        CodeBlock at = offset(locals.of("struct"), word * Long.BYTES);
        String labels = sharing.stream().map(plan::label).collect(Collectors.joining(", "));
        body.addComment("$L", labels);
        ComponentModel first = sharing.get(0);
        if (plan.slot(first).storage().bits() == Long.SIZE) {
            body.addStatement(ValueCode.writeWord(
                    first.value(), out, at, CodeBlock.of("$L", first.name()), plan.fieldName(first)));
            return;
        }
        CodeBlock bits = sharing.stream()
                .map(component -> ValueCode.bits(
                        component.value(),
                        CodeBlock.of("$L", component.name()),
                        bitOffset(plan.slot(component)) % Long.SIZE,
                        plan.fieldName(component)))
                .collect(CodeBlock.joining("\n| "));
        body.addStatement("$T.int64($L, $L, $L)", WireWriter.class, out, at, bits);
    }

    private static void pointer(
            TypePlan plan, ComponentModel component, String method, Locals locals, MethodSpec.Builder body) {
        Pointer to = new Pointer(
                locals.of("out"),
                offset(locals.of("struct"), plan.pointerOffset(component)),
                locals.of("end"),
                locals.of("limit"));
        body.addComment("$L", plan.label(component));
        body.addStatement(
                "$L = $L",
                locals.of("end"),
                ValueCode.writePointer(
                        component.value(),
                        method,
                        to,
                        CodeBlock.of("$L", component.name()),
                        plan.fieldName(component)));
    }

    private static CodeBlock offset(String base, int bytes) {
        return bytes == 0 ? CodeBlock.of("$L", base) : CodeBlock.of("$L + $L", base, bytes);
    }

    private static MethodSpec read(TypePlan plan, MethodNames names) {
        CodeBlock values = plan.model().components().stream()
                .map(component -> ValueCode.read(component.value(), names.of(component), plan.slot(component)))
                .collect(CodeBlock.joining(",\n"));
        return MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(plan.javaType())
                .addParameter(WireReader.class, "in")
                .addParameter(TypeName.LONG, "struct")
                .addStatement("return new $T($L)", plan.javaType(), values)
                .build();
    }

    private static MethodSpec readPointer(TypePlan plan) {
        return MethodSpec.methodBuilder("readPointer")
                .addJavadoc("Reads a struct behind a pointer, or null where there is none.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(plan.javaType())
                .addParameter(WireReader.class, "in")
                .addParameter(TypeName.LONG, "parent")
                .addParameter(TypeName.INT, "pointerIndex")
                .addStatement("long struct = in.struct(parent, pointerIndex)")
                .addStatement("return struct == $T.ABSENT ? null : INSTANCE.read(in, struct)", WireReader.class)
                .build();
    }
}
