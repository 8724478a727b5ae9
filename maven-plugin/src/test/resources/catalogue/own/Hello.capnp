# Hello

@0xacd26331c883003f;

struct Hello {
  who @0 :Text;
}
