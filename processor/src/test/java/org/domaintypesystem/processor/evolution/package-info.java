/** What becomes of messages when types change: pairs of versions of one type, each compiled on its own. */
package org.domaintypesystem.processor.evolution;
