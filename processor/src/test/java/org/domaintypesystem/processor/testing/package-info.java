/** Support: compiles sources in memory, and makes random types and values. */
package org.domaintypesystem.processor.testing;
