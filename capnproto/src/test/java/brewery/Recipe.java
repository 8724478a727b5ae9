package brewery;

import java.time.Instant;
import java.util.List;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;

/** What the tests of the bridge brew. */
@DtsType
public record Recipe(String name, long liters, Instant written, List<Step> steps) {
    @DtsValue
    public record Step(String what, int minutes) {}
}
