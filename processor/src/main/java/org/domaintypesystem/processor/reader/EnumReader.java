package org.domaintypesystem.processor.reader;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.domaintypesystem.annotation.DtsUnknown;
import org.domaintypesystem.processor.model.Numbering;
import org.domaintypesystem.processor.model.TypeModel.Constant;
import org.domaintypesystem.processor.model.TypeModel.Declaration;
import org.domaintypesystem.processor.model.TypeModel.EnumModel;
import org.domaintypesystem.processor.model.TypeReference;

/** Reads enums. */
final class EnumReader {
    private final RetiredReader retired;
    private final Docs docs;

    EnumReader(RetiredReader retired, Docs docs) {
        this.retired = retired;
        this.docs = docs;
    }

    EnumModel read(TypeElement type, TypeReference reference, Declaration declaration) {
        List<Constant> constants = new ArrayList<>();
        for (Element element : type.getEnclosedElements()) {
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                constants.add(constant(element, constants.size()));
            }
        }
        return new EnumModel(
                reference,
                declaration,
                constants,
                retired.read(type, reference.codec().packageName()));
    }

    private Constant constant(Element element, int position) {
        String name = element.getSimpleName().toString();
        Numbering numbering = PropertyReader.numbering(element);
        String chosen = PropertyReader.chosenName(numbering);
        return new Constant(
                name,
                chosen.isEmpty() ? SchemaNames.ofConstant(name) : chosen,
                numbering.isExplicit() ? numbering.ordinal() : position,
                numbering,
                Annotations.has(element, DtsUnknown.class),
                docs.of(element),
                element);
    }
}
