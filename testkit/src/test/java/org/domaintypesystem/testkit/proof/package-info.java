/** What the protocol promises, on networks that do whatever a seed says. */
package org.domaintypesystem.testkit.proof;
