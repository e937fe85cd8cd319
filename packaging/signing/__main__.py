"""Makes packs and signs folders: what ``build_app.py pack`` and ``build_app.py sign`` run."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader import paths
from reader.errors import PackRejected, ReaderError
from reader.library.catalogue import BRIEFING_FILE
from reader.security.manifest import MANIFEST_NAME, copy_number
from reader.security.safe_archive import ArchiveWriter
from reader.security.safe_write import replacing, write_file
from reader.security.signature import SIGNATURE_NAME, UNTRUSTED, read_signature
from reader.security.trusted_keys import Publisher, TrustedKeys
from signing.contents import Contents, briefing, program
from signing.secret_key import SecretKey, chosen_key, read_secret_key
from stopping import Stop

if TYPE_CHECKING:
    from collections.abc import Sequence

DEVELOPMENT_KEY = Path(__file__).resolve().parent.parent / "keys" / "development.key"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise Stop(f"{message}. “--help” shows what there is.", exit_code=2)


def main(arguments: Sequence[str]) -> int:
    """Pack or sign.

    Args:
        arguments: ``pack`` or ``sign`` and what belongs to it.

    Returns:
        0 done, 1 failed, 2 wrong use.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        options = _parser(arguments[0]).parse_args(arguments[1:])
        if arguments[0] == "pack":
            _pack(options)
        else:
            _sign(options)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return stop.exit_code
    except ReaderError as fault:
        print(fault, file=sys.stderr)
        return fault.exit_code
    return 0


def _parser(command: str) -> argparse.ArgumentParser:
    parser = _Parser(prog=f"build_app.py {command}")
    if command == "pack":
        parser.description = "Make a pack that carries a briefing."
        parser.add_argument("target", metavar="OUT.briefing", type=Path)
        parser.add_argument("--content", metavar="FOLDER", type=Path, default=paths.content())
    else:
        parser.description = "Sign a folder: a briefing, or one that holds the program."
        parser.add_argument("target", metavar="FOLDER", type=Path)
    parser.add_argument(
        "--manifest-only",
        action="store_true",
        help="write only SHA256SUMS (for pack: to OUT), to be signed elsewhere with minisign -S",
    )
    parser.add_argument(
        "--signature", metavar="FILE", type=Path, help="take this .minisig, which was made elsewhere"
    )
    parser.add_argument(
        "--keys",
        metavar="FOLDER",
        type=Path,
        default=paths.keys(),
        help="the publishers' keys; resources/keys if left out",
    )
    parser.add_argument("--release", action="store_true", help="refuse the development key")
    return parser


def _pack(options: argparse.Namespace) -> None:
    contents = briefing(options.content)
    for name in contents.left_out:
        print(f"Left out, being no part of the briefing: {name}")
    if options.manifest_only:
        write_file(options.target, contents.raw)
        print(f"{options.target}: sign it with “minisign -Sm {options.target.name}”.")
        return
    signature = _signature(contents.raw, options)
    with replacing(options.target) as file:
        writer = ArchiveWriter(file)
        for name, content in (
            (MANIFEST_NAME, contents.raw),
            (SIGNATURE_NAME, signature),
            *contents.files.items(),
        ):
            writer.add(name, content)
        writer.finish()
    print(f"{options.target}: {len(contents.files)} files, {contents.manifest.total_bytes} bytes.")
    print(f"Copy number: {copy_number(contents.raw)}")


def _sign(options: argparse.Namespace) -> None:
    if not options.target.is_dir():
        raise Stop(f"“{options.target}” is no folder.")
    contents = _of_folder(options.target)
    if options.manifest_only:
        write_file(options.target / MANIFEST_NAME, contents.raw)
        print(f"{options.target / MANIFEST_NAME}: sign it with “minisign -Sm {MANIFEST_NAME}”.")
        return
    signature = _signature(contents.raw, options)
    write_file(options.target / MANIFEST_NAME, contents.raw)
    write_file(options.target / SIGNATURE_NAME, signature)
    print(f"{options.target}: {len(contents.manifest.files)} files, {contents.manifest.total_bytes} bytes.")
    print(f"Copy number: {copy_number(contents.raw)}")


def _of_folder(folder: Path) -> Contents:
    if not (folder / BRIEFING_FILE).exists():
        return program(folder)
    contents = briefing(folder)
    if contents.left_out:
        raise Stop(
            f"“{contents.left_out[0]}” is no part of the briefing; a signed folder holds nothing else."
        )
    return contents


def _signature(raw_manifest: bytes, options: argparse.Namespace) -> bytes:
    """Sign a manifest, or take the signature that was made elsewhere, and say with which key.

    Raises:
        Stop: there is no usable key, or the signature is not one of a key in ``resources/keys``.
    """
    keys = TrustedKeys.load(options.keys)
    development = read_secret_key(DEVELOPMENT_KEY.read_bytes(), "")
    if options.signature is not None:
        raw, publisher = _made_elsewhere(options.signature, raw_manifest, keys)
    else:
        key = chosen_key(os.environ, DEVELOPMENT_KEY)
        raw, publisher = key.sign(raw_manifest), _publisher_of(key, keys)
    if options.release:
        _refuse_development(publisher, keys, development)
    print(f"Signed by: {publisher.names['en']}. Key number: {publisher.key.number}")
    print(f"To check it without this program: minisign -Vm {MANIFEST_NAME} -P {publisher.key.line}")
    return raw


def _made_elsewhere(file: Path, raw_manifest: bytes, keys: TrustedKeys) -> tuple[bytes, Publisher]:
    """Read a signature and give its unsigned first line the one form that is accepted."""
    try:
        lines = file.read_bytes().split(b"\n", 1)
        raw = b"\n".join([UNTRUSTED.encode("ascii"), *lines[1:]])
        signature = read_signature(raw)
    except OSError as fault:
        raise Stop(f"“{file}” cannot be read: {fault.strerror}.") from None
    except PackRejected:
        raise Stop(f"“{file}” is not a signature as minisign makes them.") from None
    publisher = keys.signer(raw_manifest, signature)
    if publisher is None or publisher.key.id != signature.key_id:
        raise Stop(
            f"“{file}” does not sign what is packed now, or not with a key in resources/keys; sign it anew."
        )
    return raw, publisher


def _publisher_of(key: SecretKey, keys: TrustedKeys) -> Publisher:
    found = next((each for each in keys if each.key == key.public), None)
    if found is None:
        raise Stop("The public half of the signing key is not in resources/keys: no reader would accept it.")
    return found


def _refuse_development(publisher: Publisher, keys: TrustedKeys, development: SecretKey) -> None:
    """Keep the development key out of a release.

    Raises:
        Stop: it signs, or a reader with this list of publishers would trust it.
    """
    if publisher.is_development or publisher.key.key == development.public.key:
        raise Stop("A release is not signed with the development key; name another in BRIEFING_SIGNING_KEY.")
    if any(each.is_development or each.key.key == development.public.key for each in keys):
        raise Stop("A release does not trust the development key; take it out of resources/keys.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
