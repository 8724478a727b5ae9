package clinic;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsType;

@DtsType
@Persistence.Entity
public class Patient extends NamedEntity {
    private static final long serialVersionUID = 1L;

    @DtsField(3)
    private LocalDate birthDate;

    @Persistence.OneToMany(mappedBy = "patient")
    @DtsField(4)
    private Set<Visit> visits = new HashSet<>();

    protected Patient() {}

    public static Patient named(String name) {
        Patient patient = new Patient();
        patient.setName(name);
        return patient;
    }

    public LocalDate getBirthDate() {
        return birthDate;
    }

    public void setBirthDate(LocalDate birthDate) {
        this.birthDate = birthDate;
    }

    public Set<Visit> getVisits() {
        return visits;
    }

    protected void setVisits(Set<Visit> visits) {
        this.visits = visits;
    }

    public void addVisit(Visit visit) {
        visits.add(visit);
    }
}
