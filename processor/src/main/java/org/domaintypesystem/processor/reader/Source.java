package org.domaintypesystem.processor.reader;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.domaintypesystem.annotation.DtsImport;
import org.domaintypesystem.processor.fault.Fault;

/**
 * A type that codecs are generated for.
 *
 * @param type the type
 * @param origin what has the annotation: the type itself, or the package that imports it
 */
public record Source(TypeElement type, Element origin) {

    /** The types that a package imports. */
    public static List<Source> importedBy(PackageElement importing) {
        return TypeReferences.imports(importing).stream()
                .map(type -> new Source(type, importing))
                .toList();
    }

    /** The same type in another round of the compiler, which has elements of its own. */
    public Source renewed(Elements elements) {
        TypeElement type = elements.getTypeElement(name());
        return type == null ? this : new Source(type, isImported() ? origin : type);
    }

    /** A fault of the type, where a person can see it: the members of an imported type are in another library. */
    public Fault placed(Fault fault) {
        if (!isImported()) {
            return fault;
        }
        boolean isMember = !(fault.element() instanceof TypeElement || fault.element() instanceof PackageElement);
        String member = isMember ? type.getSimpleName() + "." + fault.element().getSimpleName() + ": " : "";
        AnnotationMirror annotation = Annotations.find(origin, DtsImport.class);
        AnnotationValue value = annotation == null
                ? null
                : Annotations.array(annotation, "value").stream()
                        .filter(imported -> String.valueOf(imported.getValue()).equals(name()))
                        .findFirst()
                        .orElse(null);
        return new Fault(origin, annotation, value, fault.warning(), member + fault.message());
    }

    public boolean isImported() {
        return origin instanceof PackageElement;
    }

    /** Name of the package of the generated code. */
    public String home(Elements elements) {
        return elements.getPackageOf(origin).getQualifiedName().toString();
    }

    /** A name that finds the type again in the next round of the compiler. */
    public String name() {
        return type.getQualifiedName().toString();
    }
}
