/** Support for tests, of this module and of others: the reference tools that results are compared with, and random schemas and
 * values. */
package org.domaintypesystem.schema.testing;
