/** What the tests of the plugin share. */
package org.domaintypesystem.maven.testing;
