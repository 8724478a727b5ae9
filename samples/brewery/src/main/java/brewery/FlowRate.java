package brewery;

import java.time.Instant;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/** How much flows through a pipe. */
@DtsType
public record FlowRate(@DtsKey String pipe, float litresPerMinute, Instant at) {}
