package brewery;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** How a pump is doing. */
@DtsType(delivery = Reliability.RELIABLE)
public record PumpStatus(@DtsKey String pump, PumpState state, int rpm, Instant at) {}
