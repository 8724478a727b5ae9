package org.domaintypesystem.benchmarks.codec.message;

import org.domaintypesystem.annotation.DtsValue;

@DtsValue
public record Engine(short capacity, byte cylinders, String manufacturerCode) {}
