package org.domaintypesystem.processor.reader;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;
import org.domaintypesystem.processor.fault.Advice;
import org.domaintypesystem.processor.fault.Fault;
import org.jspecify.annotations.Nullable;

/** The kinds of types that cannot be taken, whatever they hold. */
final class Unsuitable {
    private final TypeElement type;
    private final Element place;
    private final String name;
    private final boolean isSealed;
    private final boolean isAbstract;
    private final List<Fault> faults = new ArrayList<>();

    private Unsuitable(Source source) {
        this.type = source.type();
        this.place = source.origin();
        this.name = type.getSimpleName().toString();
        this.isSealed = type.getModifiers().contains(Modifier.SEALED);
        this.isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
    }

    /** Why a type that was annotated or imported cannot be taken; empty if it can. */
    static List<Fault> faults(Source source) {
        Unsuitable unsuitable = new Unsuitable(source);
        if (source.isImported()) {
            unsuitable.imported();
        }
        if (unsuitable.faults.isEmpty()) {
            unsuitable.kind();
        }
        return unsuitable.faults;
    }

    private void imported() {
        if (TypeReferences.isAnnotated(type)) {
            add(Advice.importOfAnnotated(name));
        } else if (isJava(type) && type.getKind() != ElementKind.ENUM) {
            add(Advice.importOfJava(name));
        }
    }

    private void kind() {
        boolean isMessage = Annotations.has(type, DtsType.class);
        if (isMessage && Annotations.has(type, DtsValue.class)) {
            faults.add(new Fault(type, Advice.bothAnnotations(name)).at(Annotations.find(type, DtsValue.class)));
        }
        switch (type.getKind()) {
            case ENUM -> {
                if (isMessage) {
                    add(Advice.enumAsMessage(name));
                }
            }
            case ANNOTATION_TYPE -> add(Advice.annotation(name));
            case INTERFACE -> {
                if (!isSealed) {
                    add(Advice.plainInterface(name));
                }
            }
            default -> classes();
        }
        if (!type.getTypeParameters().isEmpty() && (isMessage || isSealed)) {
            add(isSealed ? Advice.genericSealed(name) : Advice.genericMessage(name));
        }
    }

    private void classes() {
        if (isAbstract && !isSealed) {
            add(Advice.abstractClass(name));
        }
        if (isSealed && !isAbstract) {
            add(Advice.concreteSealedClass(name));
        }
        if (type.getNestingKind() == NestingKind.MEMBER
                && type.getKind() == ElementKind.CLASS
                && !type.getModifiers().contains(Modifier.STATIC)) {
            add(Advice.innerClass(name));
        }
        String foreign = foreignSuperclass();
        if (type.getKind() == ElementKind.CLASS && foreign != null) {
            add(Advice.foreignSuperclass(name, foreign));
        }
    }

    private @Nullable String foreignSuperclass() {
        TypeElement at = type;
        while (at.getSuperclass() instanceof DeclaredType superclass) {
            at = (TypeElement) superclass.asElement();
            if (isJava(at) && !at.getQualifiedName().contentEquals("java.lang.Object")) {
                return at.getSimpleName().toString();
            }
        }
        return null;
    }

    private static boolean isJava(TypeElement type) {
        return type.getQualifiedName().toString().startsWith("java.");
    }

    private void add(String advice) {
        faults.add(new Fault(place, advice));
    }
}
