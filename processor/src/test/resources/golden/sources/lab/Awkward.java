package lab;

import java.util.List;
import org.domaintypesystem.annotation.DtsType;

@DtsType
record Awkward(int in, int out, long end, List<long[]> list, List<int[]> pointer, String struct, int listSize, String draft) {}
