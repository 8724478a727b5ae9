package org.domaintypesystem.processor;

import javax.lang.model.element.Element;

/** Something wrong with a type, at the narrowest place that shows it. */
record Fault(Element element, String message) {}
