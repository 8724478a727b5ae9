package org.domaintypesystem.schema.compatibility;

/** Which programs must go on understanding each other. On a network that all of them share, that is {@link #FULL}. */
public enum Compatibility {
    /** Nobody: nothing is refused. */
    NONE(false, false),
    /** New programs read what old ones wrote. */
    BACKWARD(true, false),
    /** Old programs read what new ones wrote. */
    FORWARD(false, true),
    /** Both. */
    FULL(true, true);

    private final boolean backward;
    private final boolean forward;

    Compatibility(boolean backward, boolean forward) {
        this.backward = backward;
        this.forward = forward;
    }

    /** Whether the change is an error at this level. */
    public boolean refuses(SchemaChange change) {
        return impact(change) == Impact.BREAKING;
    }

    /** Whether the change is legal at this level, but not without risk. */
    public boolean warnsOf(SchemaChange change) {
        return impact(change) == Impact.RISKY;
    }

    /** The worst that the change does in the directions that this level cares for. */
    private Impact impact(SchemaChange change) {
        Impact worst = Impact.HARMLESS;
        if (backward) {
            worst = change.backward();
        }
        if (forward && change.forward().compareTo(worst) > 0) {
            worst = change.forward();
        }
        return worst;
    }
}
