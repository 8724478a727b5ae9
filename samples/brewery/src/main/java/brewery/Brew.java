package brewery;

import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Retain;

/** What is brewed in a vessel. Said once: whoever comes later is told the last value. */
@DtsType(retain = Retain.LAST)
public record Brew(@DtsKey String vessel, String sake) {}
