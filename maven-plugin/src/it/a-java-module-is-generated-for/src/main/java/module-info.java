module brewery {
    requires org.domaintypesystem.runtime;
}
