package org.domaintypesystem.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.domaintypesystem.codec.TypeDescriptor;
import org.jspecify.annotations.Nullable;

/** What this node publishes and listens to itself. */
final class LocalTypes {
    /** How long a type is announced that is not used any more: nobody misses all that is announced in this time. */
    static final long ANNOUNCED_UNUSED = 300_000_000_000L;

    /** Of more of them, the one given up first is not announced any more. */
    static final int MAX_UNUSED = 1024;

    /** One of them. */
    static final class Local {
        private TypeDescriptor type;
        private String name;

        private @Nullable LongSupplier last;
        private int listeners;

        private Local(TypeDescriptor type) {
            this.type = type;
            this.name = Announcement.cut(type.name(), Announcement.MAX_TYPE_NAME);
        }

        private void become(TypeDescriptor other) {
            type = other;
            name = Announcement.cut(other.name(), Announcement.MAX_TYPE_NAME);
        }

        /** As it is announced. */
        String name() {
            return name;
        }

        boolean isListenedTo() {
            return listeners > 0;
        }

        private AnnouncedType announced() {
            return new AnnouncedType(name, type.typeId(), type.schemaId(), role(), last == null ? 0 : last.getAsLong());
        }

        private Role role() {
            return Role.of(last != null, listeners > 0);
        }
    }

    private final LongMap<Local> types;

    /** Since when a type is not used any more, the one for longest first. */
    private final Map<Long, Long> unused = new LinkedHashMap<>();

    /**
     * @param seed a number that nobody outside can guess
     */
    LocalTypes(long seed) {
        this.types = new LongMap<>(seed);
    }

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
    boolean listensNoMore(TypeDescriptor type, long now) {
        Local local = types.get(type.typeId());
        if (local == null || --local.listeners > 0) {
            return false;
        }
        if (local.role() == Role.NONE) {
            unused.put(type.typeId(), now);
            if (unused.size() > MAX_UNUSED) {
                forget(unused.keySet().iterator().next());
            }
        }
        return true;
    }

    /** Forgets what has been unused, and announced as that, for long. */
    void forgetUnused(long now) {
        while (!unused.isEmpty()) {
            Map.Entry<Long, Long> first = unused.entrySet().iterator().next();
            if (now - first.getValue() < ANNOUNCED_UNUSED) {
                return;
            }
            forget(first.getKey());
        }
    }

    boolean isPublished(long typeId) {
        Local local = types.get(typeId);
        return local != null && local.last != null;
    }

    private void forget(long typeId) {
        unused.remove(typeId);
        types.remove(typeId);
    }

    /** A type that is published or listened to; null if it is neither. */
    @Nullable
    Local inUse(long typeId) {
        Local local = types.get(typeId);
        return local == null || local.role() == Role.NONE ? null : local;
    }

    /** All that is published or listened to. */
    List<AnnouncedType> inUse() {
        return announced(type -> type.role() != Role.NONE);
    }

    /** All that is published. */
    List<AnnouncedType> published() {
        return announced(type -> type.role().publishes());
    }

    /** All that is published or listened to, and what was so not long ago. */
    List<AnnouncedType> all() {
        return announced(type -> true);
    }

    /** By their ids, as others keep them. */
    private List<AnnouncedType> announced(Predicate<AnnouncedType> which) {
        List<AnnouncedType> announced = new ArrayList<>(types.size());
        types.forEach(local -> {
            AnnouncedType type = local.announced();
            if (which.test(type)) {
                announced.add(type);
            }
        });
        announced.sort(Comparator.comparingLong(AnnouncedType::typeId));
        return announced;
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
        Local local = types.get(type.typeId());
        if (local == null) {
            local = new Local(type);
            types.put(type.typeId(), local);
        } else if (type.hasSchema()) {
            // What one was compiled with says more than what others announce.
            local.become(type);
        }
        unused.remove(type.typeId());
        return local;
    }
}
