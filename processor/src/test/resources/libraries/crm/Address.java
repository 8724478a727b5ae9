package crm;

public record Address(String street, int number) {}
