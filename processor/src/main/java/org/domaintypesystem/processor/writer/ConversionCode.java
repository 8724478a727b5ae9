package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.NameAllocator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.domaintypesystem.codec.standard.Adapters;
import org.domaintypesystem.codec.standard.Containers;
import org.domaintypesystem.processor.model.Conversion;

/** The expressions that convert values, and the adapters that a class holds for them. */
final class ConversionCode {
    private final NameAllocator names;
    private final Map<Conversion.Adapter, FieldSpec> adapters = new LinkedHashMap<>();

    /**
     * @param names of the fields of the class
     */
    ConversionCode(NameAllocator names) {
        this.names = names;
    }

    CodeBlock toWire(Conversion conversion, CodeBlock value, String field) {
        if (conversion instanceof Conversion.BuiltIn builtIn) {
            return CodeBlock.of("$T.$L($L, $S)", builtIn.owner(), builtIn.toWire(), value, field);
        }
        if (conversion instanceof Conversion.Adapter adapter) {
            return CodeBlock.of("$T.toWire($N, $L, $S)", Adapters.class, constant(adapter), value, field);
        }
        return CodeBlock.of("$T.list($L, $S)", Containers.class, value, field);
    }

    CodeBlock fromWire(Conversion conversion, CodeBlock value, String field) {
        if (conversion instanceof Conversion.BuiltIn builtIn) {
            return CodeBlock.of("$T.$L($L, $S)", builtIn.owner(), builtIn.fromWire(), value, field);
        }
        if (conversion instanceof Conversion.Adapter adapter) {
            return CodeBlock.of("$T.fromWire($N, $L, $S)", Adapters.class, constant(adapter), value, field);
        }
        return CodeBlock.of(
                "$T.array($L, $T[]::new, $S)",
                Containers.class,
                value,
                ((Conversion.ToArray) conversion).element(),
                field);
    }

    /** As {@link #toWire}, for the elements of a list. */
    CodeBlock toWireAll(Conversion.Adapter adapter, CodeBlock values, String field) {
        return CodeBlock.of("$T.toWireAll($N, $L, $S)", Adapters.class, constant(adapter), values, field);
    }

    CodeBlock fromWireAll(Conversion.Adapter adapter, CodeBlock values, String field) {
        return CodeBlock.of("$T.fromWireAll($N, $L, $S)", Adapters.class, constant(adapter), values, field);
    }

    /** The adapters that have been used. */
    List<FieldSpec> fields() {
        return List.copyOf(adapters.values());
    }

    private FieldSpec constant(Conversion.Adapter adapter) {
        return adapters.computeIfAbsent(adapter, used -> {
            String name = used.adapter().simpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
            return FieldSpec.builder(used.adapter(), names.newName(name.toUpperCase(java.util.Locale.ROOT)))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("new $T()", used.adapter())
                    .build();
        });
    }
}
