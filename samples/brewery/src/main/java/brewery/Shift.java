package brewery;

import org.domaintypesystem.annotation.DtsType;

/**
 * What the brewery is up to, said several times a second for as long as there is a brewery.
 *
 * <p>Programs could be told to stop by a signal or a socket of its own. But it is data like other data, so it has a type:
 * whoever needs to know listens. Said again and again, it survives the loss of a message and reaches latecomers, and
 * silence means that the brewery is gone.
 */
@DtsType
public record Shift(ShiftPhase phase, int secondsLeft, String news) {}
