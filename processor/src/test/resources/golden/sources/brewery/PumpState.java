package brewery;

import org.domaintypesystem.annotation.DtsValue;

@DtsValue
public enum PumpState {
    STOPPED,
    COLD_CRASH,
    RUNNING
}
