/** A greeting that a program sends to itself. */
package modular;
