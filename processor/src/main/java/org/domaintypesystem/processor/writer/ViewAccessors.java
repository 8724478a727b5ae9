package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.BytesView;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.processor.model.Absence;
import org.domaintypesystem.processor.model.Conversion;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.ValueModel;
import org.domaintypesystem.processor.plan.StructPlan;
import org.domaintypesystem.schema.StructLayout.Slot;
import org.jspecify.annotations.Nullable;

/**
 * The accessors of a view for one property, which show it as it travels. A list has a size, and is read element by element; a
 * list of lists takes an index for each level. The outermost list is resolved once for each struct that the view shows.
 */
final class ViewAccessors {
    private final StructPlan plan;
    private final Property property;
    private final NameAllocator methodNames;
    private final String name;
    /** The fields for what the accessors return again and again, and for the outermost list. */
    private final String field;

    private final String listField;
    private final String listMethod;
    /** The field for the first element of the outermost list, if that holds structs. */
    private final String firstField;

    private final String label;
    private final Slot slot;
    /** The lists that are passed on the way to the innermost value, outermost first. */
    private final List<Kind> lists = new ArrayList<>();
    /** The innermost value. */
    private final Kind value;

    private final TypeName valueType;

    ViewAccessors(StructPlan plan, Property property, NameAllocator methodNames, NameAllocator fieldNames) {
        this.plan = plan;
        this.property = property;
        this.methodNames = methodNames;
        this.name = methodNames.get(property);
        this.field = fieldNames.newName(property.name());
        this.label = plan.label(property);
        this.slot = plan.slot(property);
        ValueModel inner = property.value();
        for (ValueModel next = elementOf(inner.kind()); next != null; next = elementOf(next.kind())) {
            lists.add(inner.kind().wire());
            inner = next;
        }
        this.value = inner.kind();
        this.valueType = inner.javaType();
        String list = property.name() + "List";
        this.listField = lists.isEmpty() ? "" : fieldNames.newName(list);
        this.firstField = isListOfStructs() ? fieldNames.newName(property.name() + "First") : "";
        this.listMethod = lists.isEmpty() ? "" : methodNames.newName(list);
    }

    /** How many indexes it takes to get at a value. */
    static int depth(Kind value) {
        ValueModel element = elementOf(value);
        return element == null ? 0 : 1 + depth(element.kind());
    }

    private static @Nullable ValueModel elementOf(Kind kind) {
        Kind wire = kind.wire();
        if (wire instanceof Kind.Listing listing) {
            return listing.element();
        }
        return wire instanceof Kind.Array array
                ? new ValueModel(
                        new Kind.Scalar(array.primitive(), array.isUnsigned()),
                        Absence.NEVER,
                        array.primitive().javaType())
                : null;
    }

    List<FieldSpec> fields() {
        List<FieldSpec> fields = new ArrayList<>();
        TypeName reused = reused();
        if (reused != null) {
            FieldSpec.Builder reusable = FieldSpec.builder(reused, field, Modifier.PRIVATE);
            fields.add(
                    isLazy()
                            ? reusable.build()
                            : reusable.addModifiers(Modifier.FINAL)
                                    .initializer("new $T(in)", reused)
                                    .build());
        }
        if (!lists.isEmpty()) {
            fields.add(FieldSpec.builder(TypeName.LONG, listField, Modifier.PRIVATE)
                    .build());
        }
        if (isListOfStructs()) {
            fields.add(FieldSpec.builder(TypeName.LONG, firstField, Modifier.PRIVATE)
                    .build());
        }
        return fields;
    }

    private boolean isListOfStructs() {
        return lists.size() == 1 && value.wire() instanceof Kind.Struct;
    }

    /** A view that can contain views of its own type has them made when they are needed. */
    private boolean isLazy() {
        return plan.isRecursive() && value.wire() instanceof Kind.Struct;
    }

    private @Nullable TypeName reused() {
        if (isBytes()) {
            return ClassName.get(BytesView.class);
        }
        return value.wire() instanceof Kind.Struct struct ? struct.type().view() : null;
    }

    private boolean isBytes() {
        return value.wire() instanceof Kind.Text || value.wire() instanceof Kind.Data;
    }

    private boolean isData() {
        return value.wire() instanceof Kind.Scalar || value.wire() instanceof Kind.Constant;
    }

    /** The conversion of a number that views do themselves, since nothing is allocated for the number itself. */
    private Conversion.@Nullable BuiltIn time() {
        return isData()
                        && value instanceof Kind.Converted converted
                        && converted.conversion() instanceof Conversion.BuiltIn builtIn
                ? builtIn
                : null;
    }

    List<MethodSpec> methods() {
        List<MethodSpec> methods = new ArrayList<>();
        if (value.wire() instanceof Kind.Struct
                || !lists.isEmpty()
                || property.value().isUnion()) {
            methods.add(presence());
        }
        String size = lists.isEmpty() ? "" : derived("", "Size");
        for (int level = 0; level < lists.size(); level++) {
            methods.add(size(size, level));
        }
        methods.add(value());
        if (time() != null) {
            methods.add(number());
        }
        if (!lists.isEmpty()) {
            methods.add(list());
        }
        return methods;
    }

    private MethodSpec presence() {
        MethodSpec.Builder method = accessor(derived("has", ""), TypeName.BOOLEAN, 0)
                .addJavadoc("Whether {@code $L} is there: not null in Java.\n", label);
        if (property.value().isUnion()) {
            return method.addStatement(
                            "return in.uint16(struct, $L) == $L", plan.tagBit(property) / Byte.SIZE, slot.tag())
                    .build();
        }
        if (lists.isEmpty()) {
            return method.addStatement(
                            "return in.structInPlace(struct, $L) != $T.ABSENT", slot.offset(), WireReader.class)
                    .build();
        }
        descend(method, 0);
        return method.addStatement("return list0 != $T.ABSENT", WireReader.class)
                .build();
    }

    private MethodSpec size(String method, int level) {
        MethodSpec.Builder size = accessor(method, TypeName.INT, level)
                .addJavadoc("Number of elements in {@code $L}; 0 if it is absent.\n", label);
        descend(size, level);
        return size.addStatement("return in.count(list$L)", level).build();
    }

    private MethodSpec value() {
        MethodSpec.Builder method = accessor(name, type(), lists.size()).addJavadoc("{@code $L}\n", label);
        CodeBlock from;
        if (lists.isEmpty()) {
            from = CodeBlock.of("struct, $L", slot.offset());
        } else {
            int last = lists.size() - 1;
            descend(method, last);
            from = isData() ? CodeBlock.of("list$1L, index$1L", last) : isListOfStructs() ? following() : element(last);
        }
        if (isLazy() && reused() != null) {
            method.beginControlFlow("if ($L == null)", field)
                    .addStatement("$L = new $T(in)", field, reused())
                    .endControlFlow();
        }
        return method.addStatement("return $L", read(from)).build();
    }

    /** What reads the value, from its struct and offset, its list and index, or, for pointers in lists, its element. */
    private CodeBlock read(CodeBlock from) {
        boolean isElement = !lists.isEmpty();
        if (isData()) {
            return data(from, isElement);
        }
        CodeBlock pointer = isElement ? CodeBlock.of("$L, 0", from) : from;
        if (isBytes()) {
            return CodeBlock.of(value.wire() instanceof Kind.Text ? "$L.text(in, $L)" : "$L.data($L)", field, pointer);
        }
        Kind.Struct struct = (Kind.Struct) value.wire();
        if (struct.type().view() == null) {
            return isElement
                    ? CodeBlock.of("$T.INSTANCE.read(in, $L)", struct.type().codec(), from)
                    : CodeBlock.of(
                            "$T.INSTANCE.readPointer(in, $L)", struct.type().codec(), from);
        }
        return isElement
                ? CodeBlock.of("$L.show($L)", field, from)
                : CodeBlock.of("$L.show(in.structInPlace($L))", field, from);
    }

    private CodeBlock data(CodeBlock from, boolean isElement) {
        Primitive primitive = primitive();
        CodeBlock wire = isElement ? CodeBlock.of("in.$L($L)", primitive.elementAccessor(), from) : field(primitive);
        if (value.wire() instanceof Kind.Constant constant) {
            return CodeBlock.of("$T.of($L)", constant.type().codec(), wire);
        }
        Conversion.BuiltIn time = time();
        return time == null
                ? wire
                : CodeBlock.of("$T.$L($L, $S)", time.owner(), time.fromWire(), wire, plan.fieldName(property));
    }

    private Primitive primitive() {
        return value.wire() instanceof Kind.Scalar number ? number.primitive() : Primitive.CHAR;
    }

    private CodeBlock field(Primitive primitive) {
        int bit = slot.offset() * slot.storage().bits();
        return DataCode.ofBits(primitive, StructFields.word(plan, bit / Long.SIZE), bit % Long.SIZE);
    }

    /** Resolves the outermost list, and keeps it. */
    private MethodSpec list() {
        MethodSpec.Builder method = MethodSpec.methodBuilder(listMethod)
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.LONG)
                .addStatement("$L = $L", listField, resolve(0, CodeBlock.of("struct, $L", slot.offset())));
        if (isListOfStructs()) {
            method.addStatement("$L = in.first()", firstField);
        }
        return method.addStatement("return $L", listField).build();
    }

    /** The field that has to be reset when another struct is shown; empty without one. */
    Optional<String> listField() {
        return lists.isEmpty() ? Optional.empty() : Optional.of(listField);
    }

    private static CodeBlock element(int level) {
        return CodeBlock.of("in.element(list$1L, $2T.checkIndex(index$1L, in.count(list$1L)))", level, Objects.class);
    }

    private CodeBlock following() {
        return CodeBlock.of(
                "$T.following($L, $T.checkIndex(index0, in.count(list0)))",
                WireReader.class,
                firstField,
                Objects.class);
    }

    private MethodSpec number() {
        String suffix = Objects.requireNonNull(time()).toWire();
        MethodSpec.Builder method = accessor(
                        derived("", suffix.substring(0, 1).toUpperCase(Locale.ROOT) + suffix.substring(1)),
                        TypeName.LONG,
                        lists.size())
                .addJavadoc(
                        "{@code $L} as it travels. $L\n",
                        label,
                        Objects.requireNonNull(time()).meaning());
        if (lists.isEmpty()) {
            return method.addStatement("return $L", field(Primitive.LONG)).build();
        }
        int last = lists.size() - 1;
        descend(method, last);
        return method.addStatement("return in.int64At(list$1L, index$1L)", last).build();
    }

    /**
     * Resolves the lists down to a level into the locals {@code list0}, {@code list1}… The outermost is looked up here and
     * resolved elsewhere: in a loop that has asked for the size, the compiler finds that nothing is ever resolved, and takes
     * the look-up out.
     */
    private void descend(MethodSpec.Builder method, int level) {
        method.addStatement("long list0 = $1L == UNRESOLVED ? $2L() : $1L", listField, listMethod);
        for (int i = 1; i <= level; i++) {
            method.addStatement("long list$L = $L", i, resolve(i, CodeBlock.of("$L, 0", element(i - 1))));
        }
    }

    private CodeBlock resolve(int level, CodeBlock from) {
        Kind element = level + 1 < lists.size() ? lists.get(level + 1) : value.wire();
        return element instanceof Kind.Struct
                ? CodeBlock.of("in.structListInPlace($L)", from)
                : CodeBlock.of("in.listInPlace($L, $T.$L)", from, ElementSize.class, elementSize(element));
    }

    private static String elementSize(Kind element) {
        if (element instanceof Kind.Constant) {
            return "TWO_BYTES";
        }
        return element instanceof Kind.Scalar number
                ? number.primitive().schemaType(false).storage().name()
                : "POINTER";
    }

    private TypeName type() {
        TypeName reused = reused();
        if (reused != null) {
            return reused;
        }
        if (value.wire() instanceof Kind.Struct struct) {
            return struct.type().javaType();
        }
        if (value.wire() instanceof Kind.Constant constant) {
            return constant.type().javaType();
        }
        return time() == null ? primitive().javaType() : timeType(valueType);
    }

    /** The type of a time, which {@code Optional} may have around it. */
    private static TypeName timeType(TypeName type) {
        if (type instanceof ParameterizedTypeName optional) {
            return timeType(optional.typeArguments().get(0));
        }
        return type instanceof WildcardTypeName wildcard
                ? wildcard.upperBounds().get(0)
                : type;
    }

    private MethodSpec.Builder accessor(String method, TypeName type, int indexes) {
        MethodSpec.Builder builder =
                MethodSpec.methodBuilder(method).addModifiers(Modifier.PUBLIC).returns(type);
        for (int i = 0; i < indexes; i++) {
            builder.addParameter(TypeName.INT, "index" + i);
        }
        return builder;
    }

    private String derived(String prefix, String suffix) {
        String wanted = prefix.isEmpty()
                ? property.name() + suffix
                : prefix
                        + property.name().substring(0, 1).toUpperCase(Locale.ROOT)
                        + property.name().substring(1);
        return methodNames.newName(wanted);
    }
}
