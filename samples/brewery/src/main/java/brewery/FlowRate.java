package brewery;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.Reliability;

/** How much flows through a pipe. */
@DtsType(delivery = Reliability.RELIABLE)
public record FlowRate(@DtsKey String pipe, float litresPerMinute, Instant at) {}
