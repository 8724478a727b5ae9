#!/usr/bin/env python3
"""Computes the vectors of sealed.json again, from what docs/protocol.md says and from the package `cryptography`."""

import base64
import hashlib
import hmac
import json
import pathlib
import struct

from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

ALGORITHMS = {"aes-256-gcm": (1, AESGCM), "chacha20-poly1305": (2, ChaCha20Poly1305)}
SEALED = 4


def words(data):
    return [struct.unpack_from("<Q", data, at)[0] for at in range(0, len(data), 8)]


def framed(content):
    return struct.pack("<II", 0, len(content) // 8) + content


def seal(key_text, kind, index, count, message):
    """A message in its usual form, sealed; and what was computed on the way."""
    version, name, secret_text = key_text.split(":")
    assert version == "dts-key-1"
    code, cipher = ALGORITHMS[name]
    secret = base64.urlsafe_b64decode(secret_text + "=")
    key_id = hmac.new(secret, b"dts key id" + bytes([code]), hashlib.sha256).digest()[:4]

    header, body = message[16:64], message[64:]
    word0, sender, type_id, _, sequence, _ = words(header)
    info = b"dts" + bytes([1, code]) + struct.pack("<Q", type_id)
    key = HKDF(SHA256(), 32, struct.pack("<Q", sender), info).derive(secret)
    nonce = struct.pack("<H", kind) + struct.pack("<I", index)[:3] + struct.pack("<Q", sequence)[:7]

    inner_header = header[:3] + bytes(3) + header[6:8]
    plaintext = framed(struct.pack("<IHH", 0, 1, 1) + inner_header + body)
    outer_header = header[:6] + struct.pack("<H", SEALED) + header[8:]
    fields = key_id + struct.pack("<HHII", kind, 0, index, count)
    associated = outer_header + fields
    ciphertext = cipher(key).encrypt(nonce, plaintext, associated)
    assert cipher(key).decrypt(nonce, ciphertext, associated) == plaintext

    to_root = struct.pack("<IHH", 0, 6, 1)
    to_sealed = struct.pack("<IHH", 0, 2, 1)
    to_ciphertext = struct.pack("<II", 1, len(ciphertext) << 3 | 2)
    sealed = framed(to_root + outer_header + to_sealed + fields + to_ciphertext + ciphertext)
    return {
        "keyId": key_id[::-1].hex(),
        "derivedKey": key.hex(),
        "nonce": nonce.hex(),
        "associatedData": associated.hex(),
        "plaintext": plaintext.hex(),
        "ciphertext": ciphertext.hex(),
        "sealed": sealed.hex(),
    }


def main():
    vectors = json.loads(pathlib.Path(__file__).with_name("sealed.json").read_text())
    for vector in vectors:
        computed = seal(
            vector["key"],
            int(vector["counter"]),
            int(vector["fragmentIndex"]),
            int(vector["fragmentCount"]),
            bytes.fromhex(vector["message"]),
        )
        for field, value in computed.items():
            assert value == vector[field], (vector["name"], vector["key"], field, value)
    print(len(vectors), "vectors are right")


if __name__ == "__main__":
    main()
