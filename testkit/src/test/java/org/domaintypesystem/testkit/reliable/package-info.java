/** A reliable type under load, between processes: who publishes it, who accounts for it, and the soak that goes on for hours. */
package org.domaintypesystem.testkit.reliable;
