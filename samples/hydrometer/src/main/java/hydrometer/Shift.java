package hydrometer;

import org.domaintypesystem.annotation.DtsType;

/** What the brewery is up to, as far as a hydrometer is interested: the brewery's type has further fields. */
@DtsType(namespace = "brewery")
record Shift(ShiftPhase phase) {}
