package org.domaintypesystem.engine;

/** One shape of one type. */
record Shape(long typeId, long schemaId) {}
