"""Checks tlog-tiles logs on disk. Written from c2sp.org/signed-note, /tlog-checkpoint, /tlog-tiles,
RFC 6962 (tree) and RFC 8032 (Ed25519); it shares nothing with the program that writes the logs."""

import base64
import functools
import hashlib
import os
import re
import sys


class Bad(Exception):
    """What is wrong with a log."""


# --- Ed25519: RFC 8032, section 5.1 -----------------------------------------------------------

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def x_of(y, odd):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and odd):
        raise Bad("no point of the curve")
    return P - x if x % 2 != odd else x


def point(text):
    number = int.from_bytes(text, "little")
    y, odd = number % 2**255, number >> 255
    if y >= P:
        raise Bad("no point of the curve")
    x = x_of(y, odd)
    return x, y, 1, x * y % P


def add(a, b):
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, a):
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = add(total, a)
        a, number = add(a, a), number >> 1
    return total


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE = (x_of(BASE_Y, 0), BASE_Y, 1, x_of(BASE_Y, 0) * BASE_Y % P)


@functools.lru_cache(maxsize=None)
def signed(public, text, signature):
    """Whether the signature over the text is by this key."""
    if len(signature) != 64 or int.from_bytes(signature[32:], "little") >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public + text).digest()
    try:
        left = times(int.from_bytes(signature[32:], "little"), BASE)
        k = int.from_bytes(digest, "little") % ORDER
        right = add(point(signature[:32]), times(k, point(public)))
    except Bad:
        return False
    return not ((left[0] * right[2] - right[0] * left[2]) % P or (left[1] * right[2] - right[1] * left[2]) % P)


# --- Notes and checkpoints: c2sp.org/signed-note, c2sp.org/tlog-checkpoint ---------------------


def plain64(text):
    """Base64 in its one spelling."""
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError:
        raise Bad("no base64") from None
    if base64.b64encode(data).decode() != text:
        raise Bad("base64 in another spelling")
    return data


def read_key(vkey):
    name, number, material = vkey.split("+", 2)
    material = plain64(material)
    if material[0] != 1 or len(material) != 33:
        raise Bad("not an Ed25519 key")
    identity = hashlib.sha256(name.encode() + b"\n" + material).digest()[:4]
    if identity.hex() != number:
        raise Bad("the key's number is not its own")
    return name, identity, material[1:]


def checkpoint(data, key):
    """The size and root that a signed note states, once its signature holds."""
    try:
        note = data.decode()
    except UnicodeDecodeError:
        raise Bad("not UTF-8") from None
    if re.search(r"[\x00-\x09\x0b-\x1f]", note) or not note.endswith("\n"):
        raise Bad("not a note")
    text, separator, lines = note[:-1].rpartition("\n\n")
    if not separator:
        raise Bad("not signed")
    name, identity, public = key
    trusted = 0
    for line in lines.split("\n"):
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "—" or not parts[1] or re.search(r"[\s+]", parts[1]):
            raise Bad("not a signature line")
        signature = plain64(parts[2])
        if len(signature) < 5:
            raise Bad("not a signature line")
        if parts[1] == name and signature[:4] == identity:
            if not signed(public, (text + "\n").encode(), signature[4:]):
                raise Bad("wrong signature")
            trusted += 1
    origin, size, root, *more = text.split("\n") + [""] * (3 - len(text.split("\n")))
    if not trusted or origin != name:
        raise Bad("not signed by this log")
    if not re.fullmatch(r"0|[1-9][0-9]*", size) or "" in more or len(plain64(root)) != 32:
        raise Bad("not a checkpoint")
    return int(size), plain64(root)


# --- The tree: RFC 6962, section 2.1; its files: c2sp.org/tlog-tiles ---------------------------


def tree_hash(hashes):
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256(b"").digest()
    half = 1 << (len(hashes) - 1).bit_length() - 1
    return hashlib.sha256(b"\x01" + tree_hash(hashes[:half]) + tree_hash(hashes[half:])).digest()


def tile(folder, kind, index, width):
    """A tile's bytes; those of the full one where the partial one was deleted."""
    digits = f"{index:03d}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    parts = re.findall("...", digits)
    path = os.path.join(folder, "tile", kind, *["x" + part for part in parts[:-1]], parts[-1])
    for place in ([f"{path}.p/{width}"] if width < 256 else []) + [path]:
        if os.path.isfile(place):
            with open(place, "rb") as file:
                return file.read(), place == path
    raise Bad(f"{path} of width {width} is missing")


def entries(bundle):
    at, found = 0, []
    while at < len(bundle):
        length = int.from_bytes(bundle[at : at + 2], "big")
        found.append(bundle[at + 2 : at + 2 + length])
        at += 2 + length
    if at != len(bundle):
        raise Bad("an entry breaks off")
    return found


def check_tree(folder, size, root):
    hashes = []
    for start in range(0, size, 256):
        width = min(256, size - start)
        bundle, full = tile(folder, "entries", start // 256, width)
        found = entries(bundle)
        if len(found) != (256 if full else width):
            raise Bad("a bundle has more or fewer entries than its place")
        hashes += [hashlib.sha256(b"\x00" + entry).digest() for entry in found[:width]]
    if tree_hash(hashes) != root:
        raise Bad("the entries give another root")
    leaves, level = hashes, 0
    while hashes:
        for start in range(0, len(hashes), 256):
            wanted = b"".join(hashes[start : start + 256])
            found, full = tile(folder, str(level), start // 256, len(wanted) // 32)
            if len(found) != (8192 if full else len(wanted)) or found[: len(wanted)] != wanted:
                raise Bad(f"tile {start // 256} of level {level} is wrong")
        whole = range(0, len(hashes) - 255, 256)
        hashes, level = [tree_hash(hashes[start : start + 256]) for start in whole], level + 1
    return leaves


def check(folder, key):
    names = sorted(name for name in os.listdir(folder) if name.startswith("checkpoint"))
    if not names:
        raise Bad("no checkpoint")
    states = []
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            states.append(checkpoint(file.read(), key))
    latest = max((check_tree(folder, *state) for state in states), key=len)
    # Each state has files of its own where it ends: they may tell another story than the latest.
    if any(tree_hash(latest[:size]) != root for size, root in states):
        raise Bad("the log was retold between two checkpoints")


def main():
    key, all_good = read_key(sys.argv[1]), True
    for folder in sys.argv[2:]:
        try:
            check(folder, key)
            print(f"ok\t{folder}")
        except Bad as bad:
            all_good = False
            print(f"bad\t{folder}\t{bad}")
    return 0 if all_good else 1


if __name__ == "__main__":
    sys.exit(main())
