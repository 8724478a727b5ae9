package org.domaintypesystem.processor.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.domaintypesystem.annotation.DtsAdapter;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;

/** What is wrong with adapters themselves, where they are named. */
public final class AdapterFaults {
    private static final String ANY_PACKAGE = "*";

    private final Elements elements;
    private final AdapterReader adapters;

    public AdapterFaults(Elements elements, Types types) {
        this.elements = elements;
        this.adapters = new AdapterReader(elements, types, List.of());
    }

    /**
     * Of an adapter that serves all types.
     *
     * @param name of the class
     * @return what is wrong with it; empty if nothing is
     */
    public Optional<String> of(String name) {
        TypeElement adapter = elements.getTypeElement(name);
        if (adapter == null) {
            return Optional.of(Messages.noSuchAdapter(name));
        }
        // Those that annotations name, the compiler checks.
        return adapters.isAdapter((DeclaredType) adapter.asType())
                ? faultOf(adapter, ANY_PACKAGE)
                : Optional.of(Messages.notAnAdapter(name));
    }

    /**
     * Of the adapters that a type, a member of it or what encloses it names.
     *
     * @param home name of the package of the generated code
     */
    List<Fault> of(TypeElement type, String home) {
        List<Fault> faults = new ArrayList<>();
        places(type).forEach(place -> {
            AnnotationMirror annotation = Annotations.find(place, DtsAdapter.class);
            if (annotation != null) {
                for (AnnotationValue value : Annotations.array(annotation, "value")) {
                    if (value.getValue() instanceof DeclaredType adapter) {
                        faultOf((TypeElement) adapter.asElement(), home)
                                .map(advice -> new Fault(place, annotation, value, "", advice))
                                .ifPresent(faults::add);
                    }
                }
            }
        });
        return faults;
    }

    private static Stream<Element> places(TypeElement type) {
        // What a component of a record has, its field has.
        Stream<? extends Element> methods = type.getKind() == ElementKind.RECORD
                ? Stream.empty()
                : ElementFilter.methodsIn(type.getEnclosedElements()).stream();
        Stream<? extends Element> members =
                Stream.concat(ElementFilter.fieldsIn(type.getEnclosedElements()).stream(), methods);
        return Stream.concat(Stream.iterate(type, at -> at != null, Element::getEnclosingElement), members);
    }

    private Optional<String> faultOf(TypeElement element, String home) {
        String name = element.getSimpleName().toString();
        boolean isInner = element.getEnclosingElement() instanceof TypeElement
                && !element.getModifiers().contains(Modifier.STATIC);
        boolean canBeMade = !isInner
                && !element.getModifiers().contains(Modifier.ABSTRACT)
                && isAccessible(element, home)
                && ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                        .anyMatch(constructor -> isPlain(constructor, home));
        return canBeMade ? Optional.empty() : Optional.of(Advice.adapterWithoutConstructor(name));
    }

    private boolean isPlain(ExecutableElement constructor, String home) {
        return constructor.getParameters().isEmpty() && isAccessible(constructor, home);
    }

    private boolean isAccessible(Element element, String home) {
        for (Element at = element;
                at instanceof TypeElement || at instanceof ExecutableElement;
                at = at.getEnclosingElement()) {
            boolean isOfPackage = !at.getModifiers().contains(Modifier.PRIVATE)
                    && elements.getPackageOf(at).getQualifiedName().contentEquals(home);
            if (!isOfPackage && !at.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }
}
