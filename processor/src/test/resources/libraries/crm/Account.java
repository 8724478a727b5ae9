package crm;

/** Its constructor has parameters whose names are lost when it is compiled. */
public final class Account {
    private final String owner;
    private final long cents;

    public Account(String owner, long cents) {
        this.owner = owner;
        this.cents = cents;
    }

    public String getOwner() {
        return owner;
    }

    public long getCents() {
        return cents;
    }
}
