package hydrometer;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** How much sugar is left in a tank: the less, the further it has fermented. */
@DtsType(delivery = Reliability.RELIABLE)
public record Gravity(@DtsKey String tank, double plato, Instant at) {}
