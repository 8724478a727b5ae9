package crm;

/** What is not public is not for others. */
public class Hidden {
    int number;
    Secret secret;
    public String text;

    Hidden() {}

    int getNumber() {
        return number;
    }

    public static class Secret {}
}
