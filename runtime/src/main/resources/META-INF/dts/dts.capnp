# The Decentralized Type System on the wire. This file is the specification of every byte that a node sends;
# docs/protocol.md tells what nodes do with them.
#
# A UDP datagram is one or more messages in Cap'n Proto's standard stream framing, back to back, nothing between or
# after them. The root of each one is `Message`. To print a captured datagram that holds one:
#
#     capnp decode dts.capnp Message < datagram
#
# To print its payload with the schema of the payload's type: behind the framing, write the words from the payload's
# own pointer on; with a framing of their own (a zero :UInt32, the number of those words :UInt32) they are a message.
#
# Compatibility: fields and body members are only ever added, by Cap'n Proto's rules, and never renumbered. What
# cannot be expressed that way raises `version`, and then nodes of the two versions do not hear each other.

@0xee26eb203289c93f;

const magic @0xb3319543e6773221 :UInt16 = 0x5444;
# What `Message.magic` must be: the bytes 'D', 'T' at the start of the struct.

const version @0x926e6114d82a6538 :UInt8 = 1;
# What `Message.version` must be.

struct Message @0x8f64098bc80c2dd4 {
  # Six data words and one pointer. A sender puts the message into a single segment, the root first in it and its data
  # section and pointer at once behind the root pointer; then every field below sits at a fixed offset in the message:
  # `magic` at byte 16, `sender` at 24, `typeId` at 32, `schemaId` at 40, `sequence` at 48, `timestamp` at 56, the body's
  # pointer at 64, its content from 72 on. A reader takes every other legal layout, several segments included, too.

  magic @0 :UInt16;
  # The constant `magic`. Anything else is not for us: dropped and counted.

  version @1 :UInt8;
  # The constant `version`. Messages of another version are dropped and counted.

  reserved @2 :UInt8;
  # Zero; readers ignore it.

  flags @3 :UInt16;
  # Bit 0, `lastValue`: this is a copy of the latest message of its subject, for one who has asked. It has the sequence and
  # the time of the original and takes no place among the messages that come in their order. Bit 1, `repairable`: the sender
  # keeps this message, or batch, or fragment for a while, and sends it again, bit for bit, to whoever asks by `nak`. All other
  # bits are zero; readers ignore those that they do not know.

  sender @4 :UInt64;
  # Who sends: a random number, drawn by each node when it starts. A node that is started again is a new sender, so that
  # sequences never go back.

  typeId @5 :UInt64;
  # What this is about: the Cap'n Proto type id of the payload's struct. 0 on control traffic that concerns no type.

  schemaId @6 :UInt64;
  # The fingerprint of the shape that the payload was written with. 0 if the payload is raw, without a schema.

  sequence @7 :UInt64;
  # Numbers the messages per (sender, typeId), from 1 on, without gaps: a gap is a loss. Control traffic and replies
  # count on their own. At most 2^63 - 1; 0 is not a sequence.

  timestamp @8 :Int64;
  # When the message was published, by the sender's clock: nanoseconds since 1970-01-01T00:00:00Z, without leap seconds.

  union {
    # The body. Every member is a pointer or Void: a data field or a group in here would make every header longer.

    payload @9 :AnyPointer;
    # A message of the type: a pointer to its struct, in place.

    batch @10 :List(BatchItem);
    # Several messages of one sender and one type under one header. Item i has the sequence `sequence` + i.

    bytes @11 :Data;
    # A message of the type in another format than Cap'n Proto.

    fragment @12 :Fragment;
    # A part of a message that is too large for a datagram.

    sealed @13 :Sealed;
    # A body that only holders of a key can read.

    query @14 :Query;
    # Asks those who publish a type. On the control group.

    reply @15 :Reply;
    # Answers a query, by unicast.

    heartbeat @16 :Heartbeat;
    # What a reliable publisher has sent and still has. On the type's group, when it has sent nothing for a while.

    nak @17 :List(Missing);
    # Asks a reliable publisher for what is missing, by unicast. What it still has it sends again, on the type's group.

    gap @18 :Range;
    # Sequences that were asked for and can not be repaired any more. On the type's group.

    announce @19 :Announcement;
    # Who is here, and what it publishes and listens to. On the control group.

    schemaRequest @20 :SchemaRequest;
    # Asks for the schema of a type in the shape `schemaId`.

    schema @21 :Schema;
    # The schema of a type.

    bye @22 :Bye;
    # The sender leaves.

    challenge @23 :Challenge;
    # Asks a sender to prove that it is there now, by unicast, sealed.

    response @24 :Response;
    # The proof, by unicast, sealed.

    lastValuesRequest @25 :LastValuesRequest;
    # Asks those who publish a type for the latest message of each subject. On the control group, or by unicast.

    lastValues @26 :LastValues;
    # Which ones there are, by unicast, behind them.
  }

  struct BatchItem @0xea9bf8c8417c8435 {
    timeDelta @0 :UInt32;
    # Nanoseconds behind the header's `timestamp`.

    payload @1 :AnyPointer;
    # The message's struct. It may lie before the list: Cap'n Proto's pointers may point back.
  }

  struct Range @0xe228a6433b755e1d {
    first @0 :UInt64;
    count @1 :UInt64;
  }

  struct Fragment @0x9be39d3c1da60473 {
    # The whole is a stand-alone message in the standard framing, whose root is what the pointer of the body would point at if
    # it were not too large. All fragments have the header of the whole, its sequence included.

    messageSize @0 :UInt32;
    # Bytes of the whole message.

    offset @1 :UInt32;
    # Where `chunk` belongs in it, in bytes.

    index @2 :UInt32;
    # Of this fragment, from 0 on.

    count @3 :UInt32;
    # How many fragments the message has.

    chunk @4 :Data;

    body @5 :UInt16;
    # Which body of `Message` the whole is, by its place in the union: 0 for `payload`, 12 for `schema`, 6 for `reply`.
  }

  struct Sealed @0xf5fac9297173c1c5 {
    keyId @0 :UInt32;
    # Which key. Several are valid while keys are exchanged.

    counter @1 :UInt16;
    # Which of the sender's counters `sequence` belongs to; a part of the nonce. 0: messages of the type; 1: control traffic;
    # 2: replies; 3: copies of last values, which have the sequences of the originals.

    fragmentIndex @2 :UInt32;
    fragmentCount @3 :UInt32;
    # Both 0 on what is not a fragment. Fragments are sealed one by one.

    ciphertext @4 :Data;
    # Of a stand-alone message whose root is a `Message` with the real body and, of the header, only magic and version;
    # authentication tag at the end. Authenticated besides: the data section of the outer root, and the fields above.
  }

  struct Missing @0xf386debee820832c {
    first @0 :UInt64;
    count @1 :UInt64;
    # Sequences `first` to `first` + `count` - 1.

    fragments @2 :List(Range);
    # If `count` is 1 and a part of the message is there: the fragments that are not. Empty: all of them.
  }

  struct Query @0xbf181b1da41ff92e {
    queryId @0 :UInt64;
    # Chosen by who asks; comes back in replies.

    text @1 :Text;
    # The question; what it means is between the two applications.

    deadline @2 :UInt32;
    # Milliseconds for which replies are of use.
  }

  struct Reply @0x9d726c1cc9e8cbf8 {
    queryId @0 :UInt64;
    payload @1 :AnyPointer;
    # A message of the type; null in a reply that only ends the answer.

    last @2 :Bool;
    # No further replies of this sender to this query.

    index @3 :UInt32;
    # Of this reply among those of this sender to this query, from 0 on.
  }

  struct Heartbeat @0xb8df04fb97d268b9 {
    firstRetained @0 :UInt64;
    # The oldest sequence that can still be repaired; `last` + 1 if there is none.

    last @1 :UInt64;
    # The latest sequence sent; 0: none yet.
  }

  struct Announcement @0xec73a143e455fed3 {
    node @0 :Text;
    # The node's name; for people, need not be unique.

    host @1 :Text;
    pid @2 :UInt32;

    asks @3 :Bool;
    # A newcomer's: whoever hears it answers with its own announcement, by unicast, after a random delay.

    types @4 :List(AnnouncedType);
    # Possibly some of the types, the others in further announcements.

    enum Role @0xad742a70564eaa72 {
      publisher @0;
      listener @1;
      both @2;

      none @3;
      # Neither any more.
    }

    struct AnnouncedType @0xd1a243afec8fd7a7 {
      name @0 :Text;
      # Full name, for example `brewery.Temperature`.

      typeId @1 :UInt64;
      schemaId @2 :UInt64;
      role @3 :Role;
      last @4 :UInt64;
      # The latest sequence published; 0: none yet.
    }
  }

  struct SchemaRequest @0xb7aa121cd42fea6d {
    # `typeId` and `schemaId` of the header say which schema.

    anyone @0 :Bool;
    # Whoever has the schema may answer, after a random delay, unless somebody else does. Otherwise only who is asked,
    # by unicast, answers.
  }

  struct Schema @0x900b5440aba0c7cd {
    nodes @0 :AnyPointer;
    # A List(Node), `Node` being that of Cap'n Proto's own schema.capnp: the type's struct, which is the node with the id
    # `typeId` of the header wherever it stands in the list; all structs and enums that it refers to, directly or not; and
    # the groups that their named unions are. No files, no annotations.
  }

  struct Bye @0xda76d37bc80a99c4 {
    types @0 :List(LastSequence);

    struct LastSequence @0x9cdfaa2758755705 {
      typeId @0 :UInt64;
      last @1 :UInt64;
    }
  }

  struct LastValuesRequest @0xb977d2e7e4acc4d7 {
    sequences @0 :List(UInt64);
    # Those that are wanted, of the one node that is asked.

    lists @1 :List(UInt32);
    # Which messages `LastValues` are wanted, by their `index`. If this and `sequences` are empty: everything.

    anyone @2 :Bool;
    # All who keep last values of the type answer, after a random delay. Otherwise it is for the node that is asked, by
    # unicast.
  }

  struct LastValues @0xe76c48d419d66948 {
    sequences @0 :List(UInt64);
    # Of the latest messages that were sent, or some of them, the others in further messages.

    index @1 :UInt32;
    count @2 :UInt32;
    # This is message `index`, from 0 on, of `count`. It is about the same subjects in every answer; subjects that are new
    # come behind all others.

    last @3 :UInt64;
    # The latest sequence of the type that the sender had given away when it began to answer. All up to that is in the
    # answer; what comes after it is expected as it is published.
  }

  struct Challenge @0xc36778fef6999f88 {
    nonce @0 :Data;
    # 16 random bytes.
  }

  struct Response @0xcf73abca33a9414e {
    nonce @0 :Data;
    # Those of the challenge.
  }
}
