package org.domaintypesystem.schema.compatibility;

import org.domaintypesystem.schema.TypeName;

/**
 * One change of a declaration.
 *
 * @param declaration the new name of the declaration, or the old one if it is gone
 * @param member the name of the field, union or constant that the change began with, as in the schema: the new one, or the
 *     old one if it is gone; empty if it is about the declaration as a whole
 * @param before the old lines of the schema, without a line feed at the end; empty if there were none
 * @param after the new lines; empty if there are none
 * @param message what changed, and what to write in Java instead: a sentence without a full stop
 */
public record SchemaChange(
        Rule rule, TypeName declaration, String member, String before, String after, String message) {

    /** What the change does to new programs that read what old ones wrote. */
    public Impact backward() {
        return rule.backward();
    }

    /** What the change does to old programs that read what new ones wrote. */
    public Impact forward() {
        return rule.forward();
    }

    /** The change as a report shows it: the message on the first line, old and new lines of the schema below. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(declaration.qualified())
                .append(": ")
                .append(message)
                .append(" [")
                .append(rule)
                .append(']');
        before.lines().forEach(line -> text.append("\n  - ").append(line));
        after.lines().forEach(line -> text.append("\n  + ").append(line));
        return text.toString();
    }
}
