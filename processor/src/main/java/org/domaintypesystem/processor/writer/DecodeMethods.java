package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.standard.Containers;
import org.domaintypesystem.processor.model.Construction;
import org.domaintypesystem.processor.model.Construction.Call;
import org.domaintypesystem.processor.model.Construction.Setting;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.plan.StructPlan;
import org.domaintypesystem.processor.writer.StructFields.Item;

/**
 * The method of a codec that reads a struct. It reads all properties into locals first: the object is then allocated and
 * filled in one go.
 */
final class DecodeMethods {
    private final StructFields fields;
    private final StructPlan plan;
    private final List<Property> properties;
    private final Locals locals;

    DecodeMethods(StructFields fields) {
        this.fields = fields;
        this.plan = fields.plan();
        this.properties = plan.model().properties();
        this.locals = new Locals(
                Stream.concat(
                                Stream.of("in", "struct"),
                                fields.words().keySet().stream().map(word -> "word" + word))
                        .toList(),
                properties);
    }

    MethodSpec read() {
        MethodSpec.Builder read = MethodSpec.methodBuilder("read")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(plan.model().reference().javaType())
                .addParameter(WireReader.class, "in")
                .addParameter(TypeName.LONG, "struct");
        fields.words().forEach((word, items) -> {
            read.addComment("$L", fields.labels(items));
            if (isShared(items)) {
                read.addStatement("long word$L = $L", word, StructFields.word(plan, word));
            }
            items.stream().filter(item -> !item.isTag()).forEach(item -> data(item, isShared(items), read));
        });
        for (Property property : fields.pointerProperties()) {
            read.addComment("$L", plan.label(property));
            CodeBlock from = CodeBlock.of("struct, $L", plan.slot(property).offset());
            into(
                    property,
                    fields.pointers()
                            .read(property.value(), StructFields.methodName(property), from, plan.fieldName(property)),
                    read);
        }
        result(plan.model().construction(), read);
        return read.build();
    }

    /** Whether a word is read once, and what lies in it taken out by shifting. */
    private static boolean isShared(List<Item> items) {
        return items.size() > 1;
    }

    private void data(Item item, boolean isShared, MethodSpec.Builder read) {
        Property property = item.property();
        Primitive primitive = DataCode.primitive(property.value());
        CodeBlock word = isShared ? CodeBlock.of("word$L", item.word()) : StructFields.word(plan, item.word());
        CodeBlock wire = DataCode.ofBits(primitive, word, item.shift());
        CodeBlock absent = property.value().isUnion() ? absent(property) : CodeBlock.of("");
        into(property, fields.data().javaValue(property.value(), wire, absent, plan.fieldName(property)), read);
    }

    private CodeBlock absent(Property property) {
        return CodeBlock.of(
                "in.uint16(struct, $L) != $L", plan.tagBit(property) / Byte.SIZE, fields.presentTag(property));
    }

    private void into(Property property, CodeBlock value, MethodSpec.Builder read) {
        read.addStatement("$T $L = $L", property.value().javaType(), locals.of(property), value);
    }

    private void result(Construction construction, MethodSpec.Builder read) {
        if (construction instanceof Construction.Itself) {
            read.addStatement("return $L", locals.of(properties.get(0)));
            return;
        }
        Call call = (Call) construction;
        CodeBlock arguments = EncodeMethods.wrapped(call.arguments().stream().map(this::local));
        CodeBlock start = call.factory().isEmpty()
                ? CodeBlock.of("new $T($L)", call.type(), arguments)
                : CodeBlock.of("$T.$L($L)", call.type(), call.factory(), arguments);
        if (call.settings().isEmpty()) {
            read.addStatement(
                    "return $L", call.build().isEmpty() ? start : CodeBlock.of("$L.$L()", start, call.build()));
            return;
        }
        String made = locals.of(call.build().isEmpty() ? "value" : "builder");
        read.addStatement("var $L = $L", made, start);
        for (Setting setting : call.settings()) {
            set(setting, made, read);
        }
        read.addStatement("return $L", call.build().isEmpty() ? made : made + "." + call.build() + "()");
    }

    private void set(Setting setting, String made, MethodSpec.Builder read) {
        Property property = property(setting.property());
        String value = locals.of(property);
        switch (setting.style()) {
            case FIELD -> read.addStatement("$L.$L = $L", made, setting.member(), value);
            case METHOD -> read.addStatement("$L.$L($L)", made, setting.member(), value);
            case CHAIN -> read.addStatement("$1L = $1L.$2L($3L)", made, setting.member(), value);
            case FILL -> {
                String field = plan.fieldName(property);
                read.addStatement("$T.fill($L.$L, $L, $S)", Containers.class, made, setting.member(), value, field);
                read.addStatement(
                        "$T.requireFilled($L.$L, $L, $S)", Containers.class, made, setting.member(), value, field);
            }
        }
    }

    private String local(String property) {
        return locals.of(property(property));
    }

    private Property property(String name) {
        return properties.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
