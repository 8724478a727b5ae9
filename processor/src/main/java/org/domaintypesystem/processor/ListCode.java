package org.domaintypesystem.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.ElementSize;
import org.domaintypesystem.codec.NumberLists;
import org.domaintypesystem.codec.ObjectLists;
import org.domaintypesystem.codec.WireReader;
import org.domaintypesystem.codec.WireWriter;
import org.domaintypesystem.processor.ValueModel.Listing;

/** The methods that a codec needs of its own for lists of lists; all other lists are written and read elsewhere. */
final class ListCode {
    private ListCode() {}

    /** Whether the list's elements are lists or arrays, so that no ready method takes it. */
    static boolean needsMethods(Listing list) {
        return list.element() instanceof Listing || list.element() instanceof ValueModel.Array;
    }

    /**
     * What writes a list.
     *
     * @param method name of the codec's own methods for it, without {@code write}
     */
    static CodeBlock write(Listing list, String method, Pointer to, CodeBlock value, String field) {
        CodeBlock arguments = CodeBlock.of("$L, $L, $L", to.outAndPointer(), value, to.endAndLimit());
        ValueModel element = list.element();
        if (element instanceof ValueModel.Scalar number) {
            return CodeBlock.of(
                    "$T.write$L($L, $S)", NumberLists.class, number.primitive().listSuffix, arguments, field);
        }
        if (element instanceof ValueModel.Text) {
            return CodeBlock.of("$T.writeTexts($L, $S)", ObjectLists.class, arguments, field);
        }
        if (element instanceof ValueModel.Data) {
            return CodeBlock.of("$T.writeData($L)", ObjectLists.class, arguments);
        }
        if (element instanceof ValueModel.Time) {
            return CodeBlock.of("$T.writeInstants($L, $S)", ObjectLists.class, arguments, field);
        }
        return needsMethods(list)
                ? CodeBlock.of("write$L($L)", method, arguments)
                : CodeBlock.of("$T.writeList($L, $S)", codecOf(element), arguments, field);
    }

    static CodeBlock read(Listing list, String method, CodeBlock from) {
        ValueModel element = list.element();
        if (element instanceof ValueModel.Scalar number) {
            return CodeBlock.of("$T.read$L(in, $L)", NumberLists.class, number.primitive().listSuffix, from);
        }
        if (element instanceof ValueModel.Text) {
            return CodeBlock.of("$T.readTexts(in, $L)", ObjectLists.class, from);
        }
        if (element instanceof ValueModel.Data) {
            return CodeBlock.of("$T.readData(in, $L)", ObjectLists.class, from);
        }
        if (element instanceof ValueModel.Time) {
            return CodeBlock.of("$T.readInstants(in, $L)", ObjectLists.class, from);
        }
        return needsMethods(list)
                ? CodeBlock.of("read$L(in, $L)", method, from)
                : CodeBlock.of("$T.readList(in, $L)", codecOf(element), from);
    }

    /** The codec's own methods for a list of lists, and for the lists in it. */
    static List<MethodSpec> methods(Listing list, String method, String field) {
        List<MethodSpec> methods = new ArrayList<>();
        if (needsMethods(list)) {
            methods.add(writer(list, method, field));
            methods.add(reader(list, method));
            if (list.element() instanceof Listing inner) {
                methods.addAll(methods(inner, MethodNames.ofElements(method), field));
            }
        }
        return methods;
    }

    private static MethodSpec writer(Listing list, String method, String field) {
        Pointer element = new Pointer("out", CodeBlock.of("end + i * $T.BYTES", Long.class), "after", "limit");
        return MethodSpec.methodBuilder("write" + method)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(TypeName.INT)
                .addParameter(byte[].class, "out")
                .addParameter(TypeName.INT, "pointer")
                .addParameter(list.javaType(), "values")
                .addParameter(TypeName.INT, "end")
                .addParameter(TypeName.INT, "limit")
                .beginControlFlow("if (values == null)")
                .addStatement("$T.nothing(out, pointer)", WireWriter.class)
                .addStatement("return end")
                .endControlFlow()
                .addStatement("int count = values.size()")
                .addStatement(
                        "int after = $T.list(out, pointer, end, $T.POINTER, count, limit)",
                        WireWriter.class,
                        ElementSize.class)
                .beginControlFlow("for (int i = 0; i < count; i++)")
                .addStatement(
                        "after = $L",
                        ValueCode.writePointer(
                                list.element(),
                                MethodNames.ofElements(method),
                                element,
                                CodeBlock.of("values.get(i)"),
                                field))
                .endControlFlow()
                .addStatement("return after")
                .build();
    }

    private static MethodSpec reader(Listing list, String method) {
        return MethodSpec.methodBuilder("read" + method)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(list.javaType())
                .addParameter(WireReader.class, "in")
                .addParameter(TypeName.LONG, "struct")
                .addParameter(TypeName.INT, "pointerIndex")
                .addStatement("long list = in.list(struct, pointerIndex, $T.POINTER)", ElementSize.class)
                .beginControlFlow("if (list == $T.ABSENT)", WireReader.class)
                .addStatement("return null")
                .endControlFlow()
                .addStatement("int count = in.count(list)")
                .addStatement("$T values = new $T<>(count)", list.javaType(), ArrayList.class)
                .beginControlFlow("for (int i = 0; i < count; i++)")
                .addStatement(
                        "values.add($L)",
                        ValueCode.readPointer(
                                list.element(), MethodNames.ofElements(method), CodeBlock.of("in.element(list, i), 0")))
                .endControlFlow()
                .addStatement("return $T.unmodifiableList(values)", Collections.class)
                .build();
    }

    private static ClassName codecOf(ValueModel element) {
        return References.of(element).orElseThrow().codec();
    }
}
