package brewery;

import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/** How many messages a sensor has published, said again and again once it has stopped. */
@DtsType
public record SensorReport(@DtsKey String sensor, String type, long sent) {}
