package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.NumberLists;
import org.domaintypesystem.codec.ObjectLists;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.processor.model.Absence;
import org.domaintypesystem.processor.model.Conversion;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.ValueModel;

/**
 * What writes and reads lists. Most have ready methods, in the runtime or in the codec of their elements; for others, such as
 * lists of lists, the codec gets methods of its own.
 */
final class ListCode {
    private final NameAllocator methodNames;
    private final ConversionCode conversions;
    private final DataCode data;
    private final PointerCode pointers;
    private final List<MethodSpec> methods = new ArrayList<>();

    /**
     * @param methodNames of the class
     */
    ListCode(NameAllocator methodNames, ConversionCode conversions) {
        this.methodNames = methodNames;
        this.conversions = conversions;
        this.data = new DataCode(conversions);
        this.pointers = new PointerCode(conversions, this);
    }

    PointerCode pointers() {
        return pointers;
    }

    /** The methods that the lists met so far need. */
    List<MethodSpec> methods() {
        return List.copyOf(methods);
    }

    CodeBlock write(Kind.Listing list, String name, PointerCode.Target to, CodeBlock values, String field) {
        if (isConvertedStruct(list.element())) {
            Kind.Converted converted = (Kind.Converted) list.element().kind();
            CodeBlock carried = conversions.toWireAll((Conversion.Adapter) converted.conversion(), values, field);
            return write(new Kind.Listing(converted.carrier()), name, to, carried, field);
        }
        CodeBlock arguments = to.arguments(values);
        ValueModel element = list.element();
        Kind kind = element.kind();
        if (kind instanceof Kind.Scalar number) {
            return CodeBlock.of(
                    "$T.write$L($L, $S)", NumberLists.class, number.primitive().listSuffix, arguments, field);
        }
        if (kind instanceof Kind.Constant constant) {
            return CodeBlock.of("$T.writeList($L, $S)", constant.type().codec(), arguments, field);
        }
        if (kind instanceof Kind.Struct struct) {
            return CodeBlock.of("$T.INSTANCE.writeList($L, $S)", struct.type().codec(), arguments, field);
        }
        if (isReady(element)) {
            return kind instanceof Kind.Text
                    ? CodeBlock.of("$T.writeTexts($L, $S)", ObjectLists.class, arguments, field)
                    : CodeBlock.of("$T.writeData($L)", ObjectLists.class, arguments);
        }
        String method = methodNames.newName("write" + name);
        methods.add(writer(element, name, method, field));
        return CodeBlock.of("$L($L)", method, arguments);
    }

    CodeBlock read(Kind.Listing list, String name, CodeBlock from, String field) {
        if (isConvertedStruct(list.element())) {
            Kind.Converted converted = (Kind.Converted) list.element().kind();
            CodeBlock carried = read(new Kind.Listing(converted.carrier()), name, from, field);
            return conversions.fromWireAll((Conversion.Adapter) converted.conversion(), carried, field);
        }
        ValueModel element = list.element();
        Kind kind = element.kind();
        if (kind instanceof Kind.Scalar number) {
            return CodeBlock.of("$T.read$L(in, $L)", NumberLists.class, number.primitive().listSuffix, from);
        }
        if (kind instanceof Kind.Constant constant) {
            return CodeBlock.of("$T.readList(in, $L)", constant.type().codec(), from);
        }
        if (kind instanceof Kind.Struct struct) {
            return CodeBlock.of("$T.INSTANCE.readList(in, $L)", struct.type().codec(), from);
        }
        if (isReady(element)) {
            return CodeBlock.of(
                    "$T.$L(in, $L)", ObjectLists.class, kind instanceof Kind.Text ? "readTexts" : "readData", from);
        }
        String method = methodNames.newName("read" + name);
        methods.add(reader(element, name, method, field));
        return CodeBlock.of("$L(in, $L)", method, from);
    }

    /** Structs lie in a list without pointers, so their codec has to write the list: it gets one that is converted. */
    private static boolean isConvertedStruct(ValueModel element) {
        return element.kind() instanceof Kind.Converted converted && converted.wire() instanceof Kind.Struct;
    }

    private static boolean isReady(ValueModel element) {
        return element.absence() == Absence.NULL
                && (element.kind() instanceof Kind.Text
                        || (element.kind() instanceof Kind.Data data && !data.isBuffer()));
    }

    private MethodSpec writer(ValueModel element, String name, String method, String field) {
        MethodSpec.Builder writer = MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.INT)
                .addParameter(byte[].class, "out")
                .addParameter(TypeName.INT, "pointer")
                .addParameter(
                        listOf(WildcardTypeName.subtypeOf(element.javaType().box())), "values")
                .addParameter(TypeName.INT, "end")
                .addParameter(TypeName.INT, "limit")
                .beginControlFlow("if (values == null)")
                .addStatement("$T.nothing(out, pointer)", WireWriter.class)
                .addStatement("return end")
                .endControlFlow()
                .addStatement("int count = values.size()")
                .addStatement(
                        "int after = $T.list(out, pointer, end, $T.$L, count, limit)",
                        WireWriter.class,
                        ElementSize.class,
                        elementSize(element))
                .beginControlFlow("for (int i = 0; i < count; i++)");
        CodeBlock value = CodeBlock.of("values.get(i)");
        if (element.isData()) {
            Primitive primitive = DataCode.primitive(element);
            writer.addStatement(
                    "$T.$L(out, $L, $L)",
                    WireWriter.class,
                    primitive == Primitive.BOOLEAN ? "bit" : primitive.accessor,
                    primitive == Primitive.BOOLEAN
                            ? CodeBlock.of("end, i")
                            : CodeBlock.of(
                                    "end + i * $T.BYTES", primitive.javaType().box()),
                    data.wireValue(element, value, field));
        } else {
            PointerCode.Target target =
                    new PointerCode.Target("out", CodeBlock.of("end + i * $T.BYTES", Long.class), "after", "limit");
            writer.addStatement("after = $L", pointers.write(element, name + "Element", target, value, field));
        }
        return writer.endControlFlow().addStatement("return after").build();
    }

    private MethodSpec reader(ValueModel element, String name, String method, String field) {
        TypeName type = element.javaType().box();
        MethodSpec.Builder reader = MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(listOf(type))
                .addParameter(WireReader.class, "in")
                .addParameter(TypeName.LONG, "struct")
                .addParameter(TypeName.INT, "pointerIndex")
                .addStatement(
                        "long list = in.list(struct, pointerIndex, $T.$L)", ElementSize.class, elementSize(element))
                .beginControlFlow("if (list == $T.ABSENT)", WireReader.class)
                .addStatement("return null")
                .endControlFlow()
                .addStatement("int count = in.count(list)")
                .addStatement("$T values = new $T<>(count)", listOf(type), ArrayList.class)
                .beginControlFlow("for (int i = 0; i < count; i++)");
        if (element.isData()) {
            CodeBlock wire =
                    CodeBlock.of("in.$L(list, i)", DataCode.primitive(element).elementAccessor());
            reader.addStatement("values.add($L)", data.javaValue(element.kind(), wire, field));
        } else {
            CodeBlock from = CodeBlock.of("in.element(list, i), 0");
            reader.addStatement("values.add($L)", pointers.read(element, name + "Element", from, field));
        }
        return reader.endControlFlow()
                .addStatement("return $T.unmodifiableList(values)", Collections.class)
                .build();
    }

    private static String elementSize(ValueModel element) {
        if (!element.isData()) {
            return "POINTER";
        }
        return DataCode.primitive(element).schemaType(false).storage().name();
    }

    private static TypeName listOf(TypeName element) {
        return ParameterizedTypeName.get(ClassName.get(List.class), element);
    }
}
