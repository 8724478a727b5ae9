/** Generated publishers are singletons with an injectable constructor: whoever binds a node can have any of them. */
package injection;
