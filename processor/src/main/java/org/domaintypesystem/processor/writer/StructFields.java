package org.domaintypesystem.processor.writer;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.domaintypesystem.processor.model.Property;
import org.domaintypesystem.processor.plan.StructPlan;
import org.domaintypesystem.schema.StructLayout.Slot;

/** The fields of a struct in the order in which they lie: by word of the data section, then by pointer. */
record StructFields(StructPlan plan, DataCode data, PointerCode pointers) {

    /** Something that lies in a data word: a value, or the tag that says whether it is there. */
    record Item(Property property, boolean isTag, int bit, int bits) {
        int word() {
            return bit / Long.SIZE;
        }

        int shift() {
            return bit % Long.SIZE;
        }
    }

    /** What lies in each data word that is in use. */
    SortedMap<Integer, List<Item>> words() {
        List<Item> items = new ArrayList<>();
        for (Property property : plan.model().properties()) {
            if (property.value().isData()) {
                Slot slot = plan.slot(property);
                items.add(new Item(property, false, bit(slot), slot.storage().bits()));
                if (property.value().isUnion()) {
                    items.add(new Item(property, true, plan.tagBit(property), Character.SIZE));
                }
            }
        }
        return items.stream()
                .sorted(Comparator.comparingInt(Item::bit))
                .collect(Collectors.groupingBy(Item::word, TreeMap::new, Collectors.toList()));
    }

    List<Property> pointerProperties() {
        return plan.model().properties().stream()
                .filter(property -> !property.value().isData())
                .toList();
    }

    /** The tag of a value that is there. */
    int presentTag(Property property) {
        return plan.slot(property).tag();
    }

    String labels(List<Item> items) {
        return items.stream()
                .map(item -> item.isTag() ? "tag of " + item.property().schemaName() : plan.label(item.property()))
                .collect(Collectors.joining(", "));
    }

    private static int bit(Slot slot) {
        return slot.offset() * slot.storage().bits();
    }

    /** What reads a word of the data section. */
    static CodeBlock word(StructPlan plan, int word) {
        return CodeBlock.of(
                "in.word(struct, $L, $L)", word * Long.BYTES, plan.layout().dataWords() * Long.BYTES);
    }

    static CodeBlock offset(String base, int bytes) {
        return bytes == 0 ? CodeBlock.of("$L", base) : CodeBlock.of("$L + $L", base, bytes);
    }

    /** What a property's own methods are called, behind {@code write} and {@code read}. */
    static String methodName(Property property) {
        String name = property.name();
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
