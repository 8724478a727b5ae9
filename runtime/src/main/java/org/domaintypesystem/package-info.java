/**
 * The face of DTS: join with {@link org.domaintypesystem.Dts}, publish with a generated
 * {@link org.domaintypesystem.Publisher}, listen with a {@link org.domaintypesystem.Listener}.
 */
@NullMarked
package org.domaintypesystem;

import org.jspecify.annotations.NullMarked;
