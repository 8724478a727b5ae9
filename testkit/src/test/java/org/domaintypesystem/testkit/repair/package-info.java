/** What reliable delivery promises, one promise after the other, on the virtual network. */
@NullMarked
package org.domaintypesystem.testkit.repair;

import org.jspecify.annotations.NullMarked;
