package org.domaintypesystem.processor;

import java.util.List;
import java.util.Optional;
import org.domaintypesystem.processor.TypeModel.RecordModel;

/** Which annotated types a type's values contain directly. */
final class References {
    private References() {}

    static List<TypeReference> of(TypeModel model) {
        return model instanceof RecordModel record
                ? record.components().stream()
                        .flatMap(component -> of(component.value()).stream())
                        .toList()
                : List.of();
    }

    static Optional<TypeReference> of(ValueModel value) {
        if (value instanceof ValueModel.Struct struct) {
            return Optional.of(struct.type());
        }
        if (value instanceof ValueModel.Constant constant) {
            return Optional.of(constant.type());
        }
        return value instanceof ValueModel.Listing list ? of(list.element()) : Optional.empty();
    }
}
