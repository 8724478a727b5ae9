# strange.Awkward

@0xed2947d9f5c79547;

struct Awkward {
  # <script>alert("doc")</script> --> ]]> ``` | a | <!-- & &amp; &#60; \| \` $x^2$ ~~~ *bold* _x_ [link](javascript:alert(1))
  #
  # # No heading
  #
  # 1. no list
  #
  # +1
  #
  # </style></pre></code>
  #
  # - <img src=x onerror=alert(1)>
  one @0 :Text;
    # | `code` | </td></tr></table> <b>
    # -->
  two :union {
    # Not an optional value.
    number @1 :Data;
    text @2 :Text;
  }
  union {
    # Nor is this.
    first @3 :Void;
    second @4 :List(Entry9);
  }
  self @5 :List(Awkward);

  struct Entry9 {
    # Not a map: it refers to itself.
    key @0 :Text;
    value @1 :List(Entry9);
  }
}
