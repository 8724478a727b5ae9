package org.domaintypesystem.processor.validator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import org.domaintypesystem.processor.fault.Fault;
import org.domaintypesystem.processor.fault.Messages;
import org.domaintypesystem.processor.model.Numbering;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.model.Retired;
import org.domaintypesystem.processor.model.TypeModel.Constant;
import org.domaintypesystem.processor.model.TypeModel.Subtype;
import org.jspecify.annotations.Nullable;

/** The one rule of numbers: all are given or none, without gaps, none twice. */
final class NumberingValidator {

    /** Something that has numbers. */
    private record Item(
            String name,
            List<Integer> numbers,
            boolean isExplicit,
            Element element,
            @Nullable AnnotationMirror at) {}

    private final Element type;
    private final String typeName;
    private final int first;
    private final List<Item> items = new ArrayList<>();
    private final List<Item> retired = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param type where faults of the whole are reported
     * @param first the lowest number
     */
    NumberingValidator(Element type, String typeName, int first) {
        this.type = type;
        this.typeName = typeName;
        this.first = first;
    }

    void properties(List<Property> properties) {
        for (Property property : properties) {
            absence(property);
            List<Integer> numbers = property.value().isUnion()
                    ? List.of(property.absentOrdinal(), property.presentOrdinal())
                    : List.of(property.ordinal());
            add(property.name(), numbers, property.numbering(), property.element());
        }
    }

    private void absence(Property property) {
        Numbering numbering = property.numbering();
        if (numbering.absent() < 0) {
            return;
        }
        if (!property.value().isUnion()) {
            report(property.element(), numbering.annotation(), Messages.absentWithoutUnion(property.name()));
        } else if (numbering.absent() <= numbering.ordinal()) {
            report(
                    property.element(),
                    numbering.annotation(),
                    Messages.absentTooLow(property.name(), numbering.ordinal(), numbering.absent()));
        }
    }

    void constants(List<Constant> constants) {
        constants.forEach(constant ->
                add(constant.name(), List.of(constant.ordinal()), constant.numbering(), constant.element()));
    }

    void subtypes(List<Subtype> subtypes) {
        for (Subtype subtype : subtypes) {
            if (subtype.numbering().ordinal() == 0) {
                report(subtype.element(), subtype.numbering().annotation(), Messages.numberOfUnset());
            }
            String name = subtype.element().getSimpleName().toString();
            add(name, List.of(subtype.ordinal()), subtype.numbering(), subtype.element());
        }
    }

    void retired(List<Retired> all) {
        for (Retired one : all) {
            List<Integer> numbers = one.absent() >= 0 ? List.of(one.ordinal(), one.absent()) : List.of(one.ordinal());
            retired.add(new Item(one.name(), numbers, true, type, one.annotation()));
        }
    }

    private void add(String name, List<Integer> numbers, Numbering numbering, Element element) {
        if (numbering.ordinal() < -1) {
            report(element, numbering.annotation(), Messages.negativeNumber(numbering.ordinal()));
        }
        items.add(new Item(name, numbers, numbering.isExplicit(), element, numbering.annotation()));
    }

    List<Fault> faults() {
        if (!faults.isEmpty()) {
            return faults;
        }
        if (items.stream().anyMatch(Item::isExplicit)) {
            explicit();
        } else if (!items.isEmpty()) {
            retired.forEach(one -> report(one.element(), one.at(), Messages.retiredWithoutNumbers(one.name())));
        }
        return faults;
    }

    private void explicit() {
        List<Item> all = new ArrayList<>(retired);
        all.addAll(items);
        int free = all.stream()
                        .filter(Item::isExplicit)
                        .flatMap(item -> item.numbers().stream())
                        .max(Integer::compare)
                        .orElse(first - 1)
                + 1;
        Map<Integer, String> taken = new HashMap<>();
        for (Item item : all) {
            if (!item.isExplicit()) {
                report(item.element(), item.at(), Messages.notNumbered(item.name(), free));
                continue;
            }
            for (int number : item.numbers()) {
                String other = taken.putIfAbsent(number, item.name());
                if (other != null) {
                    report(item.element(), item.at(), Messages.numberTaken(number, other, free));
                }
            }
        }
        if (faults.isEmpty()) {
            gap(new TreeSet<>(taken.keySet()));
        }
    }

    private void gap(NavigableSet<Integer> numbers) {
        for (int number = first; number < numbers.last(); number++) {
            if (!numbers.contains(number)) {
                report(type, null, Messages.numberMissing(number, typeName));
                return;
            }
        }
    }

    private void report(Element element, @Nullable AnnotationMirror annotation, String message) {
        faults.add(Fault.at(element, annotation, null, message));
    }
}
