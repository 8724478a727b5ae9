/** Nodes with keys, and others among them. */
package org.domaintypesystem.testkit.keys;
