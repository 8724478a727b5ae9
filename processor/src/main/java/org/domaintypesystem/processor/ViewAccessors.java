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
 * index for each level. The outermost list is resolved once for each struct that the view shows.
 */
final class ViewAccessors {
    private final ComponentModel component;
    private final NameAllocator methodNames;
    /** The fields for what the accessors return again and again, and for the outermost list and the struct it is of. */
    private final String field;

    private final String listField;
    private final String listOfField;
    private final String listMethod;
    private final String label;
    private final Slot slot;
    /** The lists that are passed on the way to the innermost value, outermost first. */
    private final List<ValueModel> lists = new ArrayList<>();
    /** The innermost value. */
    private final ValueModel value;

    ViewAccessors(TypePlan plan, ComponentModel component, NameAllocator methodNames, NameAllocator fieldNames) {
        this.component = component;
        this.methodNames = methodNames;
        this.field = fieldNames.newName(component.name());
        this.label = plan.label(component);
        this.slot = plan.slot(component);
        ValueModel inner = component.value();
        for (ValueModel next = elementOf(inner); next != null; next = elementOf(next)) {
            lists.add(inner);
            inner = next;
        }
        this.value = inner;
        String list = component.name() + "List";
        this.listField = lists.isEmpty() ? "" : fieldNames.newName(list);
        this.listOfField = lists.isEmpty() ? "" : fieldNames.newName(list + "Of");
        this.listMethod = lists.isEmpty() ? "" : methodNames.newName(list);
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

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        TypeName reused = reused();
        if (reused != null) {
            fields.add(FieldSpec.builder(reused, field, Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", reused)
                    .build());
        }
        if (!lists.isEmpty()) {
            fields.add(FieldSpec.builder(TypeName.LONG, listField, Modifier.PRIVATE)
                    .build());
            fields.add(FieldSpec.builder(TypeName.LONG, listOfField, Modifier.PRIVATE)
                    .build());
        }
        return fields;
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
        if (!lists.isEmpty()) {
            methods.add(list());
        }
        return methods;
    }

    private MethodSpec presence() {
        CodeBlock resolved = lists.isEmpty()
                ? CodeBlock.of("in.struct(struct, $L)", slot.offset())
                : CodeBlock.of("$L()", listMethod);
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
        return method.addStatement("return $L", elementRead(last)).build();
    }

    /** Resolves the outermost list, if that has not been done for the struct that is shown. */
    private MethodSpec list() {
        return MethodSpec.methodBuilder(listMethod)
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .beginControlFlow("if ($L != shown)", listOfField)
                .addStatement("$L = $L", listField, resolve(0, CodeBlock.of("struct, $L", slot.offset())))
                .addStatement("$L = shown", listOfField)
                .endControlFlow()
                .addStatement("return $L", listField)
                .build();
    }

    private CodeBlock fieldRead() {
        if (value instanceof ValueModel.Struct) {
            return CodeBlock.of("$L.show(in, in.struct(struct, $L))", field, slot.offset());
        }
        return ValueCode.isPointer(value)
                ? bytes(CodeBlock.of("struct, $L", slot.offset()))
                : ValueCode.readData(value, CodeBlock.of("struct, $L", ValueCode.dataOffset(slot)));
    }

    private CodeBlock elementRead(int level) {
        if (value instanceof ValueModel.Struct) {
            return CodeBlock.of("$L.show(in, $L)", field, element(level));
        }
        if (ValueCode.isPointer(value)) {
            return bytes(CodeBlock.of("$L, 0", element(level)));
        }
        CodeBlock from = CodeBlock.of("list$1L, index$1L", level);
        if (value instanceof ValueModel.Constant constant) {
            return CodeBlock.of("$T.of(in.uint16At($L))", constant.type().codec(), from);
        }
        return value instanceof ValueModel.Scalar scalar
                ? CodeBlock.of("in.$L($L)", scalar.primitive().elementAccessor(), from)
                : CodeBlock.of("in.instantAt($L)", from);
    }

    private static CodeBlock element(int level) {
        return CodeBlock.of("in.element(list$1L, $2T.checkIndex(index$1L, in.count(list$1L)))", level, Objects.class);
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
        return method.addStatement("return in.int64At(list$1L, index$1L)", last).build();
    }

    /** Resolves the lists down to a level into the locals {@code list0}, {@code list1}… */
    private void descend(MethodSpec.Builder method, int level) {
        // Looked up here and resolved elsewhere: in a loop that has asked for the size, the compiler finds that nothing
        // is
        // ever resolved, and takes the look-up out.
        method.addStatement("long list0 = $L == shown ? $L : $L()", listOfField, listField, listMethod);
        for (int i = 1; i <= level; i++) {
            method.addStatement("long list$L = $L", i, resolve(i, CodeBlock.of("$L, 0", element(i - 1))));
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
