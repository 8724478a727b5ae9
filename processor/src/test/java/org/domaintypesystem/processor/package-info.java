/** Tests of the processor: golden files, faults, and random types compared with the reference implementations. */
package org.domaintypesystem.processor;
