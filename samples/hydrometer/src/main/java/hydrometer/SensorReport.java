package hydrometer;

import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/** How many messages a sensor has published, which the brewery wants to hear at the end of a shift. */
@DtsType(namespace = "brewery")
record SensorReport(@DtsKey String sensor, String type, long sent) {}
