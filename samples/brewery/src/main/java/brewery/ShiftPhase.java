package brewery;

import org.domaintypesystem.annotation.DtsValue;

/** Where in its work the brewery is. */
@DtsValue
public enum ShiftPhase {
    /** Sensors measure. */
    RUNNING,
    /** Sensors have stopped and tell how much they have sent; stations go on until they have heard it all. */
    ENDING,
    /** Everybody goes home. */
    OVER
}
