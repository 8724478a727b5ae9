/**
 * UDP multicast on the interfaces chosen: sockets, groups and the thread that receives. Carries bytes and does not look
 * into them.
 */
@NullMarked
package org.domaintypesystem.transport;

import org.jspecify.annotations.NullMarked;
