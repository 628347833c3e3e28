"""Files, copied with their checksums taken on the way."""

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from humas.operations.backup.progress import Progress

CHUNK = 1024 * 1024


@dataclass(frozen=True)
class Seal:
    """What a file must be like to be the same."""

    size: int
    sha256: str


def seal_of(path: Path) -> Seal:
    """Read a file to its end."""
    return _seal(_chunks(path))


def copy(source: Path, target: Path) -> Seal:
    """Copy into a new file only its owner may read, down to the disk; the seal is that of the bytes written."""
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with open(handle, "wb") as file:
        seal = _seal(_written(_chunks(source), file))
        flush(file)
    return seal


def flush(file) -> None:
    """What was written survives a pulled plug; a full disk says so now at the latest."""
    file.flush()
    os.fsync(file.fileno())


def _seal(chunks: Iterable[bytes]) -> Seal:
    digest, size = sha256(), 0
    for chunk in chunks:
        digest.update(chunk)
        size += len(chunk)
    return Seal(size, digest.hexdigest())


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            yield chunk


def _written(chunks: Iterable[bytes], file) -> Iterator[bytes]:
    for chunk in chunks:
        file.write(chunk)
        yield chunk


def names_in(root: Path) -> list[str]:
    """Relative paths of all files below a folder, sorted; what is hidden is on its way out and left out."""
    found = []
    for folder, folders, files in os.walk(root, followlinks=True):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(folder, name) for name in files if not name.startswith("."))
        found += [path.relative_to(root).as_posix() for path in paths if path.is_file()]
    return sorted(found)


def copy_all(source: Path, target: Path, known: dict[str, Seal], progress: Progress) -> None:
    """Bring `target` and `known` up to what is below `source`; a file that goes meanwhile is left out."""
    names = names_in(source)
    for number, name in enumerate(names, 1):
        if name not in known:
            to = target / name
            _private_folder(to.parent)
            try:
                known[name] = copy(source / name, to)
            except FileNotFoundError:
                to.unlink(missing_ok=True)
        progress.of(number, len(names))


def _private_folder(path: Path) -> None:
    """Like mkdir -p, but `parents=True` of Python gives the mode to the last only."""
    if not path.is_dir():
        _private_folder(path.parent)
        path.mkdir(mode=0o700)


def is_inside(name: str) -> bool:
    """Whether a relative path from a manifest stays where it belongs."""
    path = PurePosixPath(name)
    return bool(name) and not path.is_absolute() and ".." not in path.parts


def hand_over(path: Path, like: Path) -> None:
    """Give a file or folder to the owner of another: who runs a restore as root is not who serves."""
    if os.geteuid() != 0:
        return
    owner = like.stat()
    for each in [path, *path.rglob("*")]:
        os.chown(each, owner.st_uid, owner.st_gid, follow_symlinks=False)


def remove(path: Path) -> None:
    """A folder or a file, there or not."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def flush_names(folder: Path) -> None:
    """The names in one folder survive a pulled plug."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_all_names(root: Path) -> None:
    for folder, _folders, _files in os.walk(root):
        flush_names(Path(folder))
