package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.domaintypesystem.codec.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/** What this node publishes and listens to itself. */
final class LocalTypes {
    private static final class Local {
        TypeDescriptor type;

        @Nullable
        LongSupplier last;

        int listeners;

        Local(TypeDescriptor type) {
            this.type = type;
        }

        AnnouncedType announced() {
            return new AnnouncedType(
                    type.name(),
                    type.typeId(),
                    type.schemaId(),
                    Role.of(last != null, listeners > 0),
                    last == null ? 0 : last.getAsLong());
        }
    }

    private final Map<Long, Local> types = new LinkedHashMap<>();

    /** Whether that is news. */
    boolean publishes(TypeDescriptor type, LongSupplier last) {
        Local local = of(type);
        boolean isNews = local.last == null;
        local.last = last;
        return isNews;
    }

    /** Whether that is news. */
    boolean listens(TypeDescriptor type) {
        return ++of(type).listeners == 1;
    }

    /** Whether that is news. */
    boolean listensNoMore(TypeDescriptor type) {
        Local local = types.get(type.typeId());
        return local != null && --local.listeners == 0;
    }

    boolean isListenedTo(long typeId) {
        Local local = types.get(typeId);
        return local != null && local.listeners > 0;
    }

    boolean isPublished(long typeId) {
        Local local = types.get(typeId);
        return local != null && local.last != null;
    }

    /** The name that a type id has here; null if it has none. */
    @Nullable
    String nameOf(long typeId) {
        Local local = types.get(typeId);
        return local == null ? null : local.type.name();
    }

    /** All that is published or listened to. */
    List<AnnouncedType> inUse() {
        return types.values().stream()
                .map(Local::announced)
                .filter(type -> type.role() != Role.NONE)
                .toList();
    }

    /** All that is, or ever was, published or listened to. */
    List<AnnouncedType> all() {
        return types.values().stream().map(Local::announced).toList();
    }

    /** These, those included that are neither published nor listened to any more. */
    List<AnnouncedType> some(Iterable<Long> typeIds) {
        List<AnnouncedType> some = new ArrayList<>();
        for (long typeId : typeIds) {
            Local local = types.get(typeId);
            if (local != null) {
                some.add(local.announced());
            }
        }
        return some;
    }

    /** The type by an id as this node was compiled with it; null if it was not. */
    @Nullable
    TypeDescriptor compiled(long typeId) {
        Local local = types.get(typeId);
        return local == null || !local.type.hasSchema() ? null : local.type;
    }

    private Local of(TypeDescriptor type) {
        Local local = types.computeIfAbsent(type.typeId(), id -> new Local(type));
        if (type.hasSchema()) {
            // What one was compiled with says more than what others announce.
            local.type = type;
        }
        return local;
    }
}
