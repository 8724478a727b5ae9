package org.domaintypesystem.engine;

import org.jspecify.annotations.Nullable;

/** What a node does with a type, by the numbers that travel. */
public enum Role {
    PUBLISHER(0),
    LISTENER(1),
    BOTH(2),
    /** Neither any more. */
    NONE(3);

    private static final Role[] ALL = values();

    /** What travels. */
    final int number;

    Role(int number) {
        this.number = number;
    }

    public boolean publishes() {
        return this == PUBLISHER || this == BOTH;
    }

    public boolean listens() {
        return this == LISTENER || this == BOTH;
    }

    /** The role that has a number; null if none has that is known here. */
    static @Nullable Role of(int number) {
        return number < ALL.length ? ALL[number] : null;
    }

    static Role of(boolean publishes, boolean listens) {
        if (publishes) {
            return listens ? BOTH : PUBLISHER;
        }
        return listens ? LISTENER : NONE;
    }
}
