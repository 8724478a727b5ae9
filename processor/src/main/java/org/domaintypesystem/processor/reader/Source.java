package org.domaintypesystem.processor.reader;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

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
