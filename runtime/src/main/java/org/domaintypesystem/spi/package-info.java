/**
 * What a node stands on: the network, the clock, chance, and threads that deliver. The real ones are the default; others come
 * in by {@link org.domaintypesystem.DtsBuilder#environment}, such as a virtual network with virtual time for tests.
 */
@NullMarked
package org.domaintypesystem.spi;

import org.jspecify.annotations.NullMarked;
