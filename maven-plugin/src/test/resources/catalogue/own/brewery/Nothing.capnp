# brewery.Nothing

@0x9fb7da42b79ee192;

struct Nothing {
}
