package brewery;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** The pressure in a vessel. */
@DtsType(delivery = Reliability.RELIABLE)
public record Pressure(@DtsKey String vessel, double kilopascals, Instant at) {}
