/**
 * The catalogue of a module's types, as HTML and as Markdown: what they mean, what is in them, who uses whom. It knows
 * schemas only: texts of schema files come in, texts of documents go out.
 */
@NullMarked
package org.domaintypesystem.maven.catalogue;

import org.jspecify.annotations.NullMarked;
