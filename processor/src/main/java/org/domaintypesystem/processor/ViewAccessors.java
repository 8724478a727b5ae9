package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.BytesView;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.processor.TypeModel.ComponentModel;
import org.domaintypesystem.schema.StructLayout.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The accessors of a view for one component. A list has a size, and is read element by element; a list of lists takes an
 * index for each level.
 */
final class ViewAccessors {
    private final ComponentModel component;
    private final NameAllocator methodNames;
    private final String field;
    private final String label;
    private final Slot slot;
    /** The lists that are passed on the way to the innermost value, outermost first. */
    private final List<ValueModel> lists = new ArrayList<>();
    /** The innermost value. */
    private final ValueModel value;

    ViewAccessors(TypePlan plan, ComponentModel component, NameAllocator methodNames, String field) {
        this.component = component;
        this.methodNames = methodNames;
        this.field = field;
        this.label = plan.label(component);
        this.slot = plan.slot(component);
        ValueModel inner = component.value();
        for (ValueModel next = elementOf(inner); next != null; next = elementOf(next)) {
            lists.add(inner);
            inner = next;
        }
        this.value = inner;
    }

    /** How many indexes it takes to get at a value. */
    static int depth(ValueModel value) {
        ValueModel element = elementOf(value);
        return element == null ? 0 : 1 + depth(element);
    }

    private static @Nullable ValueModel elementOf(ValueModel list) {
        if (list instanceof ValueModel.Listing listing) {
            return listing.element();
        }
        return list instanceof ValueModel.Array array ? new ValueModel.Scalar(array.primitive()) : null;
    }

    /** What the accessors return again and again. */
    List<FieldSpec> fields() {
        TypeName reused = reused();
        return reused == null
                ? List.of()
                : List.of(FieldSpec.builder(reused, field, Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new $T()", reused)
                        .build());
    }

    private @Nullable TypeName reused() {
        if (value instanceof ValueModel.Text || value instanceof ValueModel.Data) {
            return ClassName.get(BytesView.class);
        }
        return value instanceof ValueModel.Struct struct ? struct.type().view() : null;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        boolean canBeAbsent = value instanceof ValueModel.Struct || !lists.isEmpty();
        if (canBeAbsent) {
            methods.add(presence());
        }
        String size = lists.isEmpty() ? "" : derived("", "Size");
        for (int level = 0; level < lists.size(); level++) {
            methods.add(size(size, level));
        }
        methods.add(value());
        if (value instanceof ValueModel.Time) {
            methods.add(nanos());
        }
        return methods;
    }

    private MethodSpec presence() {
        CodeBlock resolved = lists.isEmpty()
                ? CodeBlock.of("in.struct(struct, $L)", slot.offset())
                : resolve(0, CodeBlock.of("struct, $L", slot.offset()));
        return accessor(derived("has", ""), TypeName.BOOLEAN, 0)
                .addJavadoc("Whether {@code $L} is there: not null in Java.\n", label)
                .addStatement("return $L != $T.ABSENT", resolved, WireReader.class)
                .build();
    }

    private MethodSpec size(String name, int level) {
        MethodSpec.Builder method = accessor(name, TypeName.INT, level)
                .addJavadoc("Number of elements in {@code $L}; 0 if it is absent.\n", label);
        descend(method, level);
        return method.addStatement("return in.count(list$L)", level).build();
    }

    private MethodSpec value() {
        MethodSpec.Builder method =
                accessor(component.name(), type(), lists.size()).addJavadoc("{@code $L}\n", label);
        if (lists.isEmpty()) {
            return method.addStatement("return $L", fieldRead()).build();
        }
        int last = lists.size() - 1;
        descend(method, last);
        CodeBlock index = CodeBlock.of("$T.checkIndex(index$L, in.count(list$L))", Objects.class, last, last);
        if (value.equals(new ValueModel.Scalar(Primitive.BOOLEAN))) {
            return method.addStatement("return in.bit(list$L, $L)", last, index).build();
        }
        CodeBlock element = CodeBlock.of("in.element(list$L, $L)", last, index);
        return method.addStatement("return $L", elementRead(element)).build();
    }

    private CodeBlock fieldRead() {
        if (value instanceof ValueModel.Struct) {
            return CodeBlock.of("$L.show(in, in.struct(struct, $L))", field, slot.offset());
        }
        return ValueCode.isPointer(value)
                ? bytes(CodeBlock.of("struct, $L", slot.offset()))
                : ValueCode.readData(value, CodeBlock.of("struct, $L", ValueCode.dataOffset(slot)));
    }

    private CodeBlock elementRead(CodeBlock element) {
        if (value instanceof ValueModel.Struct) {
            return CodeBlock.of("$L.show(in, $L)", field, element);
        }
        CodeBlock from = CodeBlock.of("$L, 0", element);
        return ValueCode.isPointer(value) ? bytes(from) : ValueCode.readData(value, from);
    }

    private CodeBlock bytes(CodeBlock from) {
        return CodeBlock.of("$L.$L(in, $L)", field, value instanceof ValueModel.Text ? "text" : "data", from);
    }

    private MethodSpec nanos() {
        MethodSpec.Builder method = accessor(derived("", "Nanos"), TypeName.LONG, lists.size())
                .addJavadoc("{@code $L}, in nanoseconds since the epoch\n", label);
        if (lists.isEmpty()) {
            return method.addStatement("return in.int64(struct, $L)", ValueCode.dataOffset(slot))
                    .build();
        }
        int last = lists.size() - 1;
        descend(method, last);
        return method.addStatement(
                        "return in.int64(in.element(list$1L, $2T.checkIndex(index$1L, in.count(list$1L))), 0)",
                        last,
                        Objects.class)
                .build();
    }

    /** Resolves the lists down to a level into the locals {@code list0}, {@code list1}… */
    private void descend(MethodSpec.Builder method, int level) {
        CodeBlock from = CodeBlock.of("struct, $L", slot.offset());
        for (int i = 0; i <= level; i++) {
            method.addStatement("long list$L = $L", i, resolve(i, from));
            from = CodeBlock.of(
                    "in.element(list$1L, $2T.checkIndex(index$1L, in.count(list$1L))), 0", i, Objects.class);
        }
    }

    private CodeBlock resolve(int level, CodeBlock from) {
        ValueModel element = level + 1 < lists.size() ? lists.get(level + 1) : value;
        return element instanceof ValueModel.Struct
                ? CodeBlock.of("in.structList($L)", from)
                : CodeBlock.of("in.list($L, $T.$L)", from, ElementSize.class, elementSize(element));
    }

    private static String elementSize(ValueModel element) {
        if (element instanceof ValueModel.Time) {
            return "EIGHT_BYTES";
        }
        if (element instanceof ValueModel.Constant) {
            return "TWO_BYTES";
        }
        return element instanceof ValueModel.Scalar number
                ? number.primitive().schemaType.storage().name()
                : "POINTER";
    }

    private TypeName type() {
        TypeName reused = reused();
        if (reused != null) {
            return reused;
        }
        if (value instanceof ValueModel.Constant constant) {
            return constant.type().javaType();
        }
        return value instanceof ValueModel.Scalar number ? number.primitive().javaType() : TypeName.get(Instant.class);
    }

    private MethodSpec.Builder accessor(String name, TypeName type, int indexes) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(type);
        for (int i = 0; i < indexes; i++) {
            method.addParameter(TypeName.INT, "index" + i);
        }
        return method;
    }

    private String derived(String prefix, String suffix) {
        String name = component.name();
        String wanted = prefix.isEmpty()
                ? name + suffix
                : prefix + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return methodNames.newName(wanted);
    }
}
