package clinic;

import java.time.LocalDate;
import org.domaintypesystem.annotation.DtsField;
import org.domaintypesystem.annotation.DtsIgnore;
import org.domaintypesystem.annotation.DtsValue;

@DtsValue
@Persistence.Entity
public class Visit extends BaseEntity<Integer> {
    private static final long serialVersionUID = 1L;

    @DtsField(2)
    private LocalDate date;

    @DtsField(3)
    private String description;

    @DtsIgnore
    private Patient patient;

    public LocalDate getDate() {
        return date;
    }

    public void setDate(LocalDate date) {
        this.date = date;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Patient getPatient() {
        return patient;
    }

    public void setPatient(Patient patient) {
        this.patient = patient;
    }
}
