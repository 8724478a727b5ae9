package brewery;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/** How a pump is doing. */
@DtsType
public record PumpStatus(@DtsKey String pump, PumpState state, int rpm, Instant at) {}
