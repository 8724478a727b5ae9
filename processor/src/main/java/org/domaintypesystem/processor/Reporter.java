package org.domaintypesystem.processor;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.domaintypesystem.processor.fault.Fault;

/** Has the compiler print faults at the place that shows them. */
final class Reporter {
    private final Messager messager;
    private final Set<Fault> reported = new HashSet<>();

    Reporter(Messager messager) {
        this.messager = messager;
    }

    /**
     * An error; or a warning, unless it is silenced at its element or at one that encloses that. What several types have in
     * common is reported once.
     */
    void report(Fault fault) {
        if (!reported.add(fault) || (!fault.isError() && isSilenced(fault))) {
            return;
        }
        Diagnostic.Kind kind = fault.isError() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
        AnnotationMirror annotation = fault.annotation();
        AnnotationValue value = fault.value();
        if (annotation == null) {
            messager.printMessage(kind, fault.message(), fault.element());
        } else if (value == null) {
            messager.printMessage(kind, fault.message(), fault.element(), annotation);
        } else {
            messager.printMessage(kind, fault.message(), fault.element(), annotation, value);
        }
    }

    /** An error of the whole compilation. */
    void report(String message) {
        messager.printMessage(Diagnostic.Kind.ERROR, message);
    }

    private static boolean isSilenced(Fault fault) {
        for (Element at = fault.element(); at != null; at = at.getEnclosingElement()) {
            SuppressWarnings silenced = at.getAnnotation(SuppressWarnings.class);
            if (silenced != null && Arrays.asList(silenced.value()).contains(fault.warning())) {
                return true;
            }
        }
        return false;
    }
}
