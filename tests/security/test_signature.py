import base64

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader import paths
from reader.errors import KeyUnreadable, PackDamaged
from reader.security.signature import (
    UNTRUSTED,
    PublicKey,
    Signature,
    read_public_key,
    read_signature,
    verifies,
    write_signature,
)
from reader.security.trusted_keys import TrustedKeys
from tests import packs

MESSAGE = packs.manifest(packs.files()).write()
RAW = packs.PUBLISHER.sign(MESSAGE)
KEY = packs.PUBLISHER.public


def is_accepted(raw: bytes, key: PublicKey = KEY, message: bytes = MESSAGE) -> bool:
    try:
        signature = read_signature(raw)
    except PackDamaged:
        return False
    return signature.key_id == key.id and verifies(key, message, signature)


def test_a_signature_reads_as_it_was_written():
    assert write_signature(read_signature(RAW)) == RAW
    assert is_accepted(RAW)


def test_every_bit_of_a_signature_file_counts():
    for position in range(len(RAW)):
        for bit in range(8):
            changed = bytearray(RAW)
            changed[position] ^= 1 << bit
            assert not is_accepted(bytes(changed)), position


@given(some.integers(0, len(MESSAGE) - 1), some.integers(0, 7))
def test_every_bit_of_the_message_counts(position, bit):
    changed = bytearray(MESSAGE)
    changed[position] ^= 1 << bit
    assert not is_accepted(RAW, message=bytes(changed))


LINES = RAW.split(b"\n")
OF_ANOTHER = packs.PUBLISHER.sign(b"another message").split(b"\n")


@pytest.mark.parametrize(
    "raw",
    {
        "nothing": b"",
        "a line more": RAW + b"\n",
        "a byte more": RAW + b"x",
        "no last line end": RAW[:-1],
        "a line less": b"\n".join(LINES[:2]) + b"\n",
        "another untrusted comment": RAW.replace(UNTRUSTED.encode(), b"untrusted comment: good"),
        "CRLF": RAW.replace(b"\n", b"\r\n"),
        "spaces after a line": RAW.replace(b"=\n", b"= \n", 1),
        "other base64, first": b"\n".join([LINES[0], packs.loose_base64(LINES[1]), *LINES[2:]]),
        "other base64, second": b"\n".join([*LINES[:3], packs.loose_base64(LINES[3]), b""]),
        "another's comment": b"\n".join([*LINES[:2], b"trusted comment: new", *LINES[3:]]),
        "another's signature": b"\n".join([LINES[0], OF_ANOTHER[1], *LINES[2:]]),
        "another's comment and its signature": b"\n".join([*LINES[:2], *OF_ANOTHER[2:]]),
        "another's file": b"\n".join(OF_ANOTHER),
        "a control character in the comment": packs.PUBLISHER.sign(MESSAGE, b"a\x1b[2Jb"),
        "a long comment": packs.PUBLISHER.sign(MESSAGE, b"x" * 1001),
        "too long": RAW + b"\n" * 3000,
        "not ASCII": RAW.replace(b"file", b"f\xc3\xaele"),
    }.values(),
    ids=lambda raw: raw[-40:].decode("latin-1"),
)
def test_any_other_form_is_refused(raw):
    assert not is_accepted(raw)


def test_a_signature_made_by_the_stock_tool_has_its_own_comment():
    raw = packs.PUBLISHER.sign(MESSAGE, b"timestamp:1767312000\tfile:SHA256SUMS\thashed")
    assert is_accepted(raw)


def test_the_old_algorithm_is_refused():
    head = base64.b64decode(LINES[1])
    assert not is_accepted(b"\n".join([LINES[0], base64.b64encode(b"Ed" + head[2:]), *LINES[2:]]))


def test_a_key_that_borrows_anothers_id_signs_nothing():
    spoof = packs.Signer(packs.STRANGER.seed, KEY.id)
    assert not is_accepted(spoof.sign(MESSAGE))
    assert spoof.public.number != KEY.number


def test_the_second_form_of_a_signature_is_refused():
    good = read_signature(RAW)
    for changed in (
        Signature(good.key_id, packs.second_form(good.signature), good.comment, good.comment_signature),
        Signature(good.key_id, good.signature, good.comment, packs.second_form(good.comment_signature)),
    ):
        assert not is_accepted(write_signature(changed))


SMALL_ORDER = [
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
]


@pytest.mark.parametrize("key", SMALL_ORDER)
def test_a_key_of_small_order_signs_nothing(key):
    weak = PublicKey(KEY.id, bytes.fromhex(key))
    for point in SMALL_ORDER:
        forged = bytes.fromhex(point) + bytes(32)
        assert not verifies(weak, MESSAGE, Signature(KEY.id, forged, b"", forged))


@pytest.mark.parametrize(
    ("public", "message", "signature"),
    [
        # RFC 8032, section 7.1, tests 1 to 3.
        (
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
            "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
            "d25bf5f0595bbe24655141438e7a100b",
        ),
        (
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
            "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
            "387b2eaeb4302aeeb00d291612bb0c00",
        ),
        (
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
            "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
            "4a7c15e9716ed28dc027beceea1ec40a",
        ),
    ],
)
def test_the_curve_is_the_one_of_the_standard(public, message, signature):
    from nacl.signing import VerifyKey

    VerifyKey(bytes.fromhex(public)).verify(bytes.fromhex(message), bytes.fromhex(signature))


def test_a_public_key_reads_as_minisign_writes_it():
    assert read_public_key(packs.PUBLISHER.line().encode()) == KEY


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n\n", b"untrusted comment: x\nAAAA\n", b"untrusted comment: x\n" + b"A" * 56 + b"\n", b"\xff\n"],
)
def test_what_is_no_public_key_is_refused(raw):
    with pytest.raises(KeyUnreadable):
        read_public_key(raw)


def test_the_list_of_publishers():
    publishers = list(TrustedKeys.load(paths.resources() / "keys"))
    assert [each.is_development for each in publishers] == [True]
    assert all(set(each.names) == {"fa", "en"} for each in publishers)


@pytest.mark.parametrize(
    "change", ["no names", "no key", "nameless key", "bad key", "nine keys", "turning name"]
)
def test_a_damaged_list_of_publishers_is_refused(tmp_path, change):
    names = '[{0}]\nfa = "ناشر"\nen = "Publisher"\n'
    listed = names.format("one")
    (tmp_path / "one.pub").write_text(packs.PUBLISHER.line())
    if change == "no key":
        (tmp_path / "one.pub").unlink()
    elif change == "nameless key":
        (tmp_path / "two.pub").write_text(packs.OTHER.line())
    elif change == "bad key":
        (tmp_path / "one.pub").write_text("x")
    elif change == "nine keys":
        for number in range(8):
            (tmp_path / f"k{number}.pub").write_text(packs.OTHER.line())
            listed += names.format(f"k{number}")
    elif change == "turning name":
        listed = listed.replace("Publisher", "\\u202ePublisher")
    if change != "no names":
        (tmp_path / "publishers.toml").write_text(listed, encoding="utf-8")
    with pytest.raises(KeyUnreadable):
        TrustedKeys.load(tmp_path)


def test_who_signed_is_found_among_several():
    signature = read_signature(packs.OTHER.sign(MESSAGE))
    assert packs.KEYS.signer(MESSAGE, signature).names["en"] == "Other Publisher"
    assert packs.KEYS.signer(MESSAGE, read_signature(packs.STRANGER.sign(MESSAGE))) is None
    assert packs.KEYS.knows(b"otherpub")
    assert not packs.KEYS.knows(b"stranger")
