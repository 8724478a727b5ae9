package crm;

import java.util.List;

/** A library that knows nothing of DTS. */
public class Person {
    private String name;
    private List<Address> addresses;
    private Standing standing;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<Address> getAddresses() {
        return addresses;
    }

    public void setAddresses(List<Address> addresses) {
        this.addresses = addresses;
    }

    public Standing getStanding() {
        return standing;
    }

    public void setStanding(Standing standing) {
        this.standing = standing;
    }
}
