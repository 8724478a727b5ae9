package hydrometer;

import org.domaintypesystem.annotation.DtsValue;

/** Where in its work the brewery is. */
@DtsValue(namespace = "brewery")
enum ShiftPhase {
    RUNNING,
    ENDING,
    OVER
}
