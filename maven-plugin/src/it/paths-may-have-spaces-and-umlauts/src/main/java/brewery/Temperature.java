package brewery;

import java.time.Instant;
import java.util.UUID;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/** How warm something is. */
@DtsType
public record Temperature(@DtsKey String sensor, double celsius, Instant at, UUID id) {}
