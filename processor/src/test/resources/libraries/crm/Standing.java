package crm;

public enum Standing {
    FAIR,
    GOOD
}
