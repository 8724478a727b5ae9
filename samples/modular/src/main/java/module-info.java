/** A program with a type of its own. Nothing has to be exported or opened for DTS. */
module modular {
    requires org.domaintypesystem.runtime;
}
