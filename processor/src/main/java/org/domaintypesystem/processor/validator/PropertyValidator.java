package org.domaintypesystem.processor.validator;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;
import org.domaintypesystem.processor.model.Conversion;
import org.domaintypesystem.processor.model.Kind;
import org.domaintypesystem.processor.model.Primitive;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.References;
import org.domaintypesystem.processor.model.TypeGraph;
import org.domaintypesystem.processor.model.TypeModel;
import org.domaintypesystem.processor.model.TypeReference;

/** What a property holds. */
final class PropertyValidator {
    private static final Set<String> SORTED = Set.of("treeSet", "treeMap");

    private final Predicate<TypeReference> hasCodec;

    /**
     * @param hasCodec whether the codec of a type that was not read exists
     */
    PropertyValidator(Predicate<TypeReference> hasCodec) {
        this.hasCodec = hasCodec;
    }

    /**
     * @param home name of the package of the generated code
     */
    List<Fault> validate(Property property, String home, TypeGraph graph) {
        List<Fault> faults = new ArrayList<>();
        Kind kind = property.value().kind();
        Element element = property.element();
        if (kind instanceof Kind.Unsupported unsupported) {
            faults.add(new Fault(element, unsupported.advice()));
        }
        for (TypeReference reference : References.of(kind)) {
            if (!References.isLocal(reference)) {
                reachable(reference, home, graph, element, faults);
            }
        }
        if (property.isKey() && isDoubtfulKey(kind.wire())) {
            faults.add(Fault.warning(element, "dts:key", Messages.doubtfulKey(property.name(), shortName(property))));
        }
        if (isSorted(kind)) {
            faults.add(Fault.warning(
                    element, "dts:comparator", Messages.comparator(property.name(), shortName(property))));
        }
        return faults;
    }

    /** Whether generated code can get at what was generated for the type of a property. */
    private void reachable(TypeReference reference, String home, TypeGraph graph, Element element, List<Fault> faults) {
        ClassName name = reference.javaClass();
        TypeModel model = graph.get(reference);
        if (model == null && !hasCodec.test(reference)) {
            faults.add(new Fault(element, Messages.withoutCodec(name.simpleName())));
        } else if (model instanceof TypeModel.Declared declared
                && !declared.declaration().isPublic()
                && !reference.codec().packageName().equals(home)) {
            faults.add(new Fault(element, Messages.notVisible(name.simpleName(), name.packageName())));
        }
    }

    private static boolean isDoubtfulKey(Kind wire) {
        return wire instanceof Kind.Listing
                || wire instanceof Kind.Array
                || (wire instanceof Kind.Scalar number
                        && (number.primitive() == Primitive.FLOAT || number.primitive() == Primitive.DOUBLE));
    }

    private static boolean isSorted(Kind kind) {
        return kind instanceof Kind.Converted converted
                && converted.conversion() instanceof Conversion.BuiltIn builtIn
                && SORTED.contains(builtIn.fromWire());
    }

    private static String shortName(Property property) {
        return property.value().javaType().toString().replaceAll("\\b([a-z_][A-Za-z0-9_]*\\.)+(?=[A-Z])", "");
    }
}
