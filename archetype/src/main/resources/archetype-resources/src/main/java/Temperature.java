package ${package};

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/**
 * How warm it is somewhere.
 *
 * @param sensor which thermometer says so
 * @param at when it was measured
 */
@DtsType
public record Temperature(@DtsKey String sensor, double celsius, Instant at) {}
