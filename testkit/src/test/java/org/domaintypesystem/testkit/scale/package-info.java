/** What many nodes cost each other. */
package org.domaintypesystem.testkit.scale;
