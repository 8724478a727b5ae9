/**
 * How messages of any number of threads become datagrams of one: whoever finds the way free sends, the others leave
 * their bytes and go. Knows nothing of sockets.
 */
@NullMarked
package org.domaintypesystem.send;

import org.jspecify.annotations.NullMarked;
