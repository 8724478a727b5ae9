package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.plan.StructPlan;
import org.domaintypesystem.processor.writer.StructFields.Item;

/** The methods of a codec that write a struct: from an object, and for records from their components, too. */
final class EncodeMethods {
    private final StructFields fields;
    private final StructPlan plan;
    private final List<Property> properties;

    EncodeMethods(StructFields fields) {
        this.fields = fields;
        this.plan = fields.plan();
        this.properties = plan.model().properties();
    }

    List<MethodSpec> methods() {
        return plan.model().takesComponents() ? List.of(components(), ofComponents(), body()) : List.of(ofObject());
    }

    /** A message without an object for it. */
    private MethodSpec components() {
        Locals locals = new Locals(properties);
        return MethodSpec.methodBuilder("writeComponents")
                .addJavadoc("Writes a struct from its components, without an object for it.\n")
                .addModifiers(Modifier.STATIC)
                .returns(TypeName.INT)
                .addParameters(locals.parameters())
                .addParameter(locals.parameter(TypeName.get(byte[].class), "out"))
                .addParameter(locals.parameter(TypeName.INT, "pointer"))
                .addParameter(locals.parameter(TypeName.INT, "end"))
                .addParameter(locals.parameter(TypeName.INT, "limit"))
                .addStatement(
                        "int $L = $T.struct($L, $L, $L, $L, $L, $L)",
                        locals.of("after"),
                        WireWriter.class,
                        locals.of("out"),
                        locals.of("pointer"),
                        locals.of("end"),
                        plan.layout().dataWords(),
                        plan.layout().pointerCount(),
                        locals.of("limit"))
                .addStatement(
                        "return writeFields($L)",
                        wrapped(Stream.concat(
                                properties.stream().map(locals::of),
                                Stream.of("out", "end", "after", "limit").map(locals::of))))
                .build();
    }

    private MethodSpec ofComponents() {
        return override()
                .addStatement(
                        "return writeFields($L)",
                        wrapped(Stream.concat(
                                properties.stream().map(EncodeMethods::access),
                                Stream.of("out", "struct", "end", "limit"))))
                .build();
    }

    private MethodSpec body() {
        Locals locals = new Locals(properties);
        // A name of its own: a record whose one component is of its type has writeBody with the same parameters.
        MethodSpec.Builder body = MethodSpec.methodBuilder("writeFields")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.INT)
                .addParameters(locals.parameters())
                .addParameter(locals.parameter(TypeName.get(byte[].class), "out"))
                .addParameter(locals.parameter(TypeName.INT, "struct"))
                .addParameter(locals.parameter(TypeName.INT, "end"))
                .addParameter(locals.parameter(TypeName.INT, "limit"));
        content(locals, body);
        return body.build();
    }

    private MethodSpec ofObject() {
        MethodSpec.Builder body = override();
        Locals locals = new Locals(List.of("value", "out", "struct", "end", "limit"), properties);
        for (Property property : properties) {
            if (!access(property).equals(locals.of(property))) {
                body.addStatement("$T $L = $L", property.value().javaType(), locals.of(property), access(property));
            }
        }
        content(locals, body);
        return body.build();
    }

    private MethodSpec.Builder override() {
        return MethodSpec.methodBuilder("writeBody")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(TypeName.INT)
                .addParameter(plan.model().reference().javaType(), "value")
                .addParameter(byte[].class, "out")
                .addParameter(TypeName.INT, "struct")
                .addParameter(TypeName.INT, "end")
                .addParameter(TypeName.INT, "limit");
    }

    private static String access(Property property) {
        return property.access().isEmpty() ? "value" : "value." + property.access();
    }

    private void content(Locals locals, MethodSpec.Builder body) {
        properties.stream()
                .filter(property ->
                        property.value().isOptionalData() && !property.access().isEmpty())
                .forEach(property -> body.addStatement(
                        "$T.required($L, $S)", WireWriter.class, locals.of(property), plan.fieldName(property)));
        fields.words().forEach((word, items) -> word(word, items, locals, body));
        for (Property property : fields.pointerProperties()) {
            body.addComment("$L", plan.label(property));
            body.addStatement("$L = $L", locals.of("end"), pointer(property, locals));
        }
        body.addStatement("return $L", locals.of("end"));
    }

    private void word(int word, List<Item> items, Locals locals, MethodSpec.Builder body) {
        CodeBlock at = StructFields.offset(locals.of("struct"), word * Long.BYTES);
        body.addComment("$L", fields.labels(items));
        Item first = items.get(0);
        if (first.bits() == Long.SIZE && !first.property().value().isUnion()) {
            Property property = first.property();
            boolean isDouble = property.value().kind().wire() instanceof Kind.Scalar number
                    && number.primitive() == Primitive.DOUBLE;
            body.addStatement(
                    "$T.$L($L, $L, $L)",
                    WireWriter.class,
                    isDouble ? "float64" : "int64",
                    locals.of("out"),
                    at,
                    fields.data().wireValue(property.value(), local(property, locals), plan.fieldName(property)));
            return;
        }
        CodeBlock bits = items.stream().map(item -> bits(item, locals)).collect(CodeBlock.joining("\n| "));
        body.addStatement("$T.int64($L, $L, $L)", WireWriter.class, locals.of("out"), at, bits);
    }

    private CodeBlock bits(Item item, Locals locals) {
        Property property = item.property();
        CodeBlock local = local(property, locals);
        if (!item.isTag()) {
            return fields.data().bits(property.value(), local, item.shift(), plan.fieldName(property));
        }
        boolean isTagOfPresence = fields.presentTag(property) == 1;
        String one = item.shift() == 0 ? "1L" : "1L << " + item.shift();
        return CodeBlock.of(
                isTagOfPresence ? "($L ? 0 : $L)" : "($L ? $L : 0)", DataCode.isAbsent(property.value(), local), one);
    }

    private CodeBlock pointer(Property property, Locals locals) {
        PointerCode.Target to = new PointerCode.Target(
                locals.of("out"),
                StructFields.offset(locals.of("struct"), plan.pointerOffset(property)),
                locals.of("end"),
                locals.of("limit"));
        return fields.pointers()
                .write(
                        property.value(),
                        StructFields.methodName(property),
                        to,
                        local(property, locals),
                        plan.fieldName(property));
    }

    private static CodeBlock local(Property property, Locals locals) {
        return CodeBlock.of("$L", locals.of(property));
    }

    /** Arguments that are broken into lines where they are too long for one. */
    static CodeBlock wrapped(Stream<String> arguments) {
        return arguments.map(argument -> CodeBlock.of("$L", argument)).collect(CodeBlock.joining(",$W"));
    }
}
