package org.domaintypesystem.testkit;

/** Something that happens at a moment of virtual time. */
interface Event {
    void happen();

    /** Whether it comes again and again by itself: a network where nothing else is to come is quiet. */
    default boolean isBackground() {
        return false;
    }
}
