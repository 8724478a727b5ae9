package org.domaintypesystem.processor.model;

import com.palantir.javapoet.TypeName;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** How an object is made of its properties. */
public sealed interface Construction {

    /**
     * A constructor or a static method, with some properties as arguments; the others are set afterwards.
     *
     * @param type whose constructor or method it is
     * @param factory name of the method; empty for a constructor
     * @param arguments names of properties
     * @param build name of the method that ends it, of a builder; empty for none
     */
    record Call(TypeName type, String factory, List<String> arguments, List<Setting> settings, String build)
            implements Construction {
        public Call {
            arguments = List.copyOf(arguments);
            settings = List.copyOf(settings);
        }

        /** A constructor or a static method that takes all. */
        public static Call of(TypeName type, String factory, List<String> arguments) {
            return new Call(type, factory, arguments, List.of(), "");
        }
    }

    /** The one property is the object: a struct that wraps a value. */
    record Itself() implements Construction {}

    /**
     * There is no way.
     *
     * @param element the constructor, method or parameter that stands in it; null if none does
     */
    record Missing(String advice, @Nullable Element element) implements Construction {}

    /**
     * Sets one property.
     *
     * @param member name of the field or method
     */
    record Setting(String property, String member, Style style) {}

    /** How a property is set. */
    enum Style {
        FIELD,
        /** A method whose result is nothing to go on with. */
        METHOD,
        /** A method that returns the object to go on with, which may be a copy. */
        CHAIN,
        /** A getter whose collection or map is filled. */
        FILL
    }
}
