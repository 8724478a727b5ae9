package brewery;

import org.domaintypesystem.annotation.DtsValue;

/** What a pump is doing. */
@DtsValue
public enum PumpState {
    STOPPED,
    STARTING,
    RUNNING
}
