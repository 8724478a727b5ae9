/** The example of docs/testing.md: a program that uses DTS, and its test. */
package brewery;
