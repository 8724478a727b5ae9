package org.domaintypesystem.engine;

/** Says which large messages are put together that are not of a type that is listened to. */
@FunctionalInterface
public interface LargeBodies {
    /**
     * Whether somebody waits for such a message. Asked for each fragment.
     *
     * @param body the body's place in the union of {@code Message}; never that of a payload
     * @param typeId what the message is about
     * @param schemaId in which shape
     * @param sender who sends it
     */
    boolean wants(int body, long typeId, long schemaId, long sender);
}
