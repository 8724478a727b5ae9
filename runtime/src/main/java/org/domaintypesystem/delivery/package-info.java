/**
 * From the receiving thread to listeners: queues that lose the newest and say so, and the threads that empty them. Knows
 * nothing of networks.
 */
@NullMarked
package org.domaintypesystem.delivery;

import org.jspecify.annotations.NullMarked;
