/**
 * From the receiving thread to listeners: queues that drop messages when they are full and say which, and the threads that
 * empty them. Knows nothing of networks.
 */
@NullMarked
package org.domaintypesystem.delivery;

import org.jspecify.annotations.NullMarked;
