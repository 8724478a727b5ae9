package brewery;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;
import org.domaintypesystem.annotation.Retain;

@DtsType(retain = Retain.LAST, delivery = Reliability.RELIABLE)
public record Alarm(@DtsKey String place, boolean isRaised, Instant at) {}
