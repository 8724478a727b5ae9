package org.domaintypesystem.processor.reader;

import java.util.List;
import javax.lang.model.element.Element;
import org.domaintypesystem.processor.model.TypeModel.Declaration;
import org.domaintypesystem.processor.model.TypeReference;

/**
 * Where a value is used.
 *
 * @param home name of the package of the generated code
 * @param elements the declarations of the property: its field, its accessor…
 * @param owner the struct that holds the property
 * @param ordinal the property's number
 * @param locals what is declared inside the schema of the type that is read
 * @param declaration of the type that is read
 */
record Place(
        String home,
        List<Element> elements,
        TypeReference owner,
        int ordinal,
        LocalStructs locals,
        Declaration declaration) {

    /** The same place as seen from inside a struct that is declared there. */
    Place in(TypeReference struct, int number) {
        return new Place(home, elements, struct, number, locals, declaration);
    }

    Element element() {
        return elements.get(0);
    }
}
