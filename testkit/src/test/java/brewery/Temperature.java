package brewery;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/** How warm it is somewhere in the brewery. */
@DtsType
public record Temperature(@DtsKey String sensor, double celsius, Instant at) {}
