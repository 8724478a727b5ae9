package brewery;

import java.time.Instant;
import java.util.List;
import org.domaintypesystem.annotation.DtsType;
import org.domaintypesystem.annotation.DtsValue;

@DtsType
public record Batch(
        boolean active,
        byte level,
        short tank,
        char grade,
        int number,
        long liters,
        float ph,
        double gravity,
        PumpState pump,
        Instant started,
        String name,
        byte[] signature,
        int[] weights,
        Step current,
        List<Step> steps,
        List<PumpState> pumps,
        List<String> tags,
        List<Integer> counts,
        List<Boolean> flags,
        List<Instant> tastings,
        List<List<Step>> plans,
        List<double[]> curves) {

    @DtsValue
    record Step(String what, int minutes) {}
}
