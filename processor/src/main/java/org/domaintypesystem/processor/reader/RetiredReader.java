package org.domaintypesystem.processor.reader;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import org.domaintypesystem.annotation.DtsRetired;
import org.domaintypesystem.processor.model.Retired;

/** Reads which numbers of a type stay taken. */
final class RetiredReader {
    private RetiredReader() {}

    static List<Retired> read(TypeElement type) {
        List<AnnotationMirror> annotations = new ArrayList<>();
        AnnotationMirror one = Annotations.find(type, DtsRetired.class);
        if (one != null) {
            annotations.add(one);
        }
        AnnotationMirror several = Annotations.find(type, DtsRetired.All.class);
        if (several != null) {
            Annotations.array(several, "value").forEach(value -> annotations.add((AnnotationMirror) value.getValue()));
        }
        return annotations.stream()
                .map(annotation -> new Retired(
                        Annotations.text(annotation, "name"),
                        Annotations.text(annotation, "type"),
                        Annotations.integer(annotation, "ordinal", -1),
                        Annotations.integer(annotation, "absent", -1),
                        annotation))
                .toList();
    }
}
