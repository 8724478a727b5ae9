/**
 * DTS on networks of Linux as they are: hosts with interfaces, bridges and cables between them, and a process for each
 * node. All of it lives in namespaces that a test makes; nothing leads from them to the network of this machine.
 */
package org.domaintypesystem.testkit.hosts;
