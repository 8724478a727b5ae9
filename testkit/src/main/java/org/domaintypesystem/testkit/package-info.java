/**
 * A seeded virtual network with virtual time, on which real nodes run without a socket, a thread or a pause; and a JUnit 5
 * extension that hands one to a test. Start at {@link org.domaintypesystem.testkit.VirtualNetwork}.
 */
@NullMarked
package org.domaintypesystem.testkit;

import org.jspecify.annotations.NullMarked;
