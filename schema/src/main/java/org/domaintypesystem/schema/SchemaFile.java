package org.domaintypesystem.schema;

/**
 * One {@code .capnp} file: DTS gives every type that has no enclosing type a file of its own.
 *
 * @param id the id of the file
 * @param root its only top-level declaration
 */
public record SchemaFile(long id, Node root) {

    public SchemaFile {
        if (root.name().name().indexOf('.') >= 0) {
            throw new IllegalArgumentException(root.name() + " is nested in another type and has no file of its own");
        }
    }

    /** The file of a type, with the id that follows from its path. */
    public static SchemaFile of(Node root) {
        return new SchemaFile(TypeIds.fileId(root.name().file()), root);
    }

    /** Where the file is, relative to the import path and without a leading slash. */
    public String path() {
        return root.name().file();
    }
}
