package org.domaintypesystem;

import org.jspecify.annotations.Nullable;

/**
 * What a publisher is asked.
 *
 * @param text what it means is between those who ask and those who answer; may be empty
 * @param sender who asks, as in {@link MessageInfo#sender}
 * @param peer who that is; null if it has not announced itself yet
 */
public record Question(String text, long sender, @Nullable Peer peer) {}
