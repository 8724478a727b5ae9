package brewery;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/** The pressure in a vessel. */
@DtsType
public record Pressure(@DtsKey String vessel, double kilopascals, Instant at) {}
