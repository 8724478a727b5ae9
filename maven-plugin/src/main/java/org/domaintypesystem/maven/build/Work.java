package org.domaintypesystem.maven.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Something that makes files of other files, and that need not be done again while nothing changed. */
public interface Work {
    /** Adds all that the outputs depend on; the plugin itself and its execution are added by others. */
    void addInputs(ContentHash inputs) throws IOException;

    /** The files that it makes, and the folders that it keeps in order with all that is in them. Some may not exist. */
    List<Path> outputs();

    /**
     * Makes the outputs what they should be, whatever is there.
     *
     * @throws UserFault for what is wrong with the inputs
     */
    Result run() throws IOException, UserFault;

    /** Is told of a former output that does not exist any more, for the sake of what others have made of it. */
    default void forget(Path output) throws IOException {}

    /**
     * What came of it.
     *
     * @param types how many types it was about
     * @param warnings said again as long as nothing changes
     */
    record Result(int types, List<String> warnings) {
        public Result {
            warnings = List.copyOf(warnings);
        }
    }
}
