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
    private static final String VALUE = "value";
    private static final String ABSENT = "absent";
    private static final String ORDINAL = "ordinal";

    /** A number, with the name of the value that gives it. */
    private record Given(int number, String value) {}

    /**
     * Something that has numbers.
     *
     * @param element what has the annotation, or what lacks it
     */
    private record Item(
            String name,
            List<Given> numbers,
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
            boolean takesTwo = property.value().isUnion();
            boolean isLaterAbsent = property.numbering().absent() >= 0;
            List<Given> numbers = takesTwo
                    ? List.of(
                            new Given(property.absentOrdinal(), isLaterAbsent ? ABSENT : VALUE),
                            new Given(property.presentOrdinal(), VALUE))
                    : List.of(new Given(property.ordinal(), VALUE));
            add(property.name(), numbers, takesTwo, property.numbering(), property.element());
        }
    }

    void constants(List<Constant> constants) {
        constants.forEach(constant -> add(
                constant.name(),
                List.of(new Given(constant.ordinal(), VALUE)),
                false,
                constant.numbering(),
                constant.element()));
    }

    void subtypes(List<Subtype> subtypes) {
        subtypes.forEach(subtype -> add(
                subtype.element().getSimpleName().toString(),
                List.of(new Given(subtype.ordinal(), VALUE)),
                false,
                subtype.numbering(),
                subtype.element()));
    }

    void retired(List<Retired> all) {
        for (Retired one : all) {
            List<Given> numbers = new ArrayList<>(List.of(new Given(one.ordinal(), ORDINAL)));
            if (one.absent() != -1) {
                numbers.add(new Given(one.absent(), ABSENT));
            }
            Item item = new Item(one.name(), numbers, true, type, one.annotation());
            range(item);
            retired.add(item);
        }
    }

    private void add(String name, List<Given> numbers, boolean takesTwo, Numbering numbering, Element element) {
        Element place = numbering.element() == null ? element : numbering.element();
        Item item = new Item(name, numbers, numbering.isExplicit(), place, numbering.annotation());
        if (numbering.ordinal() < -1) {
            report(item, VALUE, Messages.negativeNumber(numbering.ordinal()));
            return;
        }
        if (item.isExplicit()) {
            range(item);
        }
        absence(item, takesTwo, numbering);
        items.add(item);
    }

    /** Numbers that nothing can have. */
    private void range(Item item) {
        for (Given given : item.numbers()) {
            if (given.number() < 0) {
                report(item, given.value(), Messages.negativeNumber(given.number()));
            } else if (given.number() < first) {
                report(item, given.value(), Messages.numberOfUnset());
            }
        }
    }

    private void absence(Item item, boolean takesTwo, Numbering numbering) {
        if (numbering.absent() == -1) {
            return;
        }
        if (!takesTwo) {
            report(item, ABSENT, Messages.absentWithoutUnion(item.name()));
        } else if (!numbering.isExplicit()) {
            report(item, ABSENT, Messages.absentWithoutNumber(item.name()));
        } else if (numbering.absent() < 0) {
            report(item, ABSENT, Messages.negativeNumber(numbering.absent()));
        } else if (numbering.absent() <= numbering.ordinal()) {
            report(item, ABSENT, Messages.absentTooLow(item.name(), numbering.ordinal(), numbering.absent()));
        }
    }

    List<Fault> faults() {
        if (items.stream().anyMatch(Item::isExplicit)) {
            explicit();
        } else if (!items.isEmpty()) {
            retired.forEach(one -> report(one, ORDINAL, Messages.retiredWithoutNumbers(one.name())));
        }
        return faults;
    }

    private void explicit() {
        List<Item> all = new ArrayList<>(retired);
        all.addAll(items);
        int free = all.stream()
                        .filter(Item::isExplicit)
                        .flatMap(item -> item.numbers().stream())
                        .mapToInt(Given::number)
                        .max()
                        .orElse(first - 1)
                + 1;
        Map<Integer, String> taken = new HashMap<>();
        for (Item item : all) {
            if (!item.isExplicit()) {
                report(item, VALUE, Messages.notNumbered(item.name(), free));
                free += item.numbers().size();
                continue;
            }
            for (Given given : item.numbers()) {
                if (given.number() < first) {
                    continue;
                }
                String other = taken.putIfAbsent(given.number(), item.name());
                if (other != null) {
                    report(item, given.value(), Messages.numberTaken(given.number(), other, free));
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
                faults.add(new Fault(type, Messages.numberMissing(number, typeName)));
                return;
            }
        }
    }

    private void report(Item item, String value, String message) {
        faults.add(new Fault(item.element(), message).at(item.at(), value));
    }
}
