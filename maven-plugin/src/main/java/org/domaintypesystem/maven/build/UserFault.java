package org.domaintypesystem.maven.build;

/** Something that the one who builds has to change: the message says where, what and how. */
public final class UserFault extends Exception {
    private static final long serialVersionUID = 1L;

    public UserFault(String message) {
        super(message);
    }
}
