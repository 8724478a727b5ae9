package org.domaintypesystem.annotation;

/** What publishers of a type keep of it, for listeners that join later. */
public enum Retain {
    /** Nothing: a listener hears what is published from when it joins. */
    NOTHING,

    /**
     * The latest message of each subject, as {@link DtsKey} tells them apart; of a type without a key, the latest message.
     * A listener that joins gets those first, from every publisher that is still there.
     */
    LAST
}
