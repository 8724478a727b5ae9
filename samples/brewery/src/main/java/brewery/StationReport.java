package brewery;

import java.util.List;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/**
 * What a station has heard so far, said several times a second; the first one says that the station listens.
 *
 * @param types what it listens to
 * @param counts of all whom it knows to publish these types, even if it has heard nothing of them yet
 */
@DtsType
public record StationReport(@DtsKey String station, List<String> types, List<Count> counts) {}
