package faults;

import org.domaintypesystem.annotation.*;

@DtsType
record Names(int snake_case, // fault: 'snake_case' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it
        int Capital, // fault: 'Capital' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it
        int größe) {} // fault: 'größe' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it

@DtsType
record lower(int x) {} // fault: 'lower' cannot be a type name in Cap'n Proto: that is a letter A to Z, then ASCII letters and digits: rename it

@DtsType
record Under_Score(int x) {} // fault: 'Under_Score' cannot be a type name in Cap'n Proto: that is a letter A to Z, then ASCII letters and digits: rename it

@DtsType
record Text(int x) {} // fault: 'Text' is a type of Cap'n Proto itself and cannot be declared: rename it

@DtsValue
enum Constants {
    A_B,
    AB_, 
    aB, // fault: aB and A_B would both be called aB in the schema: rename one
    Ä // fault: 'ä' cannot be the name of a field, union or enumerant in Cap'n Proto: that is a letter a to z, then ASCII letters and digits: rename it
}
