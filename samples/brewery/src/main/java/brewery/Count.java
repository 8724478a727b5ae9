package brewery;

import org.domaintypesystem.annotation.DtsValue;

/**
 * Messages of one type that came from one sender.
 *
 * @param missed messages that were reported as lost
 */
@DtsValue
public record Count(String type, long sender, long received, long missed) {
    boolean isOfAnything() {
        return received + missed > 0;
    }
}
