// options: -Adts.adapter=a.B -Adts.adapters=a.Missing
// fault without a line: the DTS processor has no option dts.adapter: it knows dts.adapters
// fault without a line: there is no class a.Missing, which the option dts.adapters names: correct it
// warning of the compiler without a line: The following options were not recognized by any processor: '[dts.adapter]'
package faults;

import org.domaintypesystem.annotation.*;

@DtsType
record Options(int x) {}
