package clinic;

import java.time.LocalDate;
import java.util.List;

class Examples {
    static List<Object> examples() {
        Patient patient = Patient.named("Leo");
        patient.setId(7);
        patient.setBirthDate(LocalDate.of(2010, 9, 7));
        Visit visit = new Visit();
        visit.setId(1);
        visit.setDate(LocalDate.of(2013, 1, 1));
        visit.setDescription("rabies shot");
        patient.addVisit(visit);
        Patient newcomer = Patient.named("Max");
        newcomer.setBirthDate(LocalDate.EPOCH);
        return List.of(patient, newcomer);
    }
}
