package org.domaintypesystem.benchmarks.build;

/** What the records are annotated with, and the processor that then works on them. */
enum Contender {
    PLAIN("javac alone", "", "", ""),
    DTS(
            "dts",
            "@org.domaintypesystem.annotation.DtsType",
            "@org.domaintypesystem.annotation.DtsValue",
            "org.domaintypesystem.processor.DtsProcessor"),
    AVAJE("avaje-jsonb", "@io.avaje.jsonb.Json", "@io.avaje.jsonb.Json", "io.avaje.jsonb.generator.JsonbProcessor");

    /** For people. */
    final String title;

    /** On a type that is measured. */
    final String type;
    /** On the record inside of it. */
    final String value;
    /** A class name, or empty. */
    final String processor;

    Contender(String title, String type, String value, String processor) {
        this.title = title;
        this.type = type;
        this.value = value;
        this.processor = processor;
    }

    /** Enums are annotated for DTS only. */
    String constants() {
        return this == DTS ? value : "";
    }
}
