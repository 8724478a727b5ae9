package brewery;

import java.util.List;
import org.domaintypesystem.annotation.DtsKey;
import org.domaintypesystem.annotation.DtsType;

/**
 * What a station has heard so far, said several times a second; the first one says that the station listens.
 *
 * @param types what it listens to
 */
@DtsType
public record StationReport(@DtsKey String station, List<String> types, List<Count> counts) {}
