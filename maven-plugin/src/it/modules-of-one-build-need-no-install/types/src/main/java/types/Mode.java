package types;

import org.domaintypesystem.annotation.DtsUnknown;
import org.domaintypesystem.annotation.DtsValue;

@DtsValue
public enum Mode {
    @DtsUnknown
    OTHER,
    HEATING
}
