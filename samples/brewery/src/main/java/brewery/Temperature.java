package brewery;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** How warm it is somewhere in the brewery. */
@DtsType(delivery = Reliability.RELIABLE)
public record Temperature(@DtsKey String sensor, double celsius, Instant at) {}
