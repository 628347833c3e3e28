"""
The generated settings of one checkout: `DATA_DIR/dev.env`, or `.env` for production.

`make setup` runs this file by itself, before Django can start, so it imports the
standard library only. Written once and never again: whoever loses these keys
loses what they encrypt.
"""

import argparse
import base64
import os
import re
import secrets
import sys
import tempfile
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parents[2]

DEV_ENV = """\
# Dibuat oleh "make setup" untuk redaksi contoh di komputer ini; tidak dibaca oleh "make serve".
# Simpan bersama isi folder ini: tanpa FIELD_KEYS, alamat email yang tersimpan tidak dapat dibaca lagi.
DEBUG=1
SECRET_KEY={SECRET_KEY}
FIELD_KEYS={FIELD_KEYS}
DIGEST_KEY={DIGEST_KEY}
SITE_URL=http://localhost:{port}
ALLOWED_HOSTS=localhost,127.0.0.1,[::1]
TIME_ZONE=Asia/Makassar
"""


def fresh_keys() -> dict[str, str]:
    """Keys of the three kinds; letters and digits only where we may choose, as shells and `.env` readers differ."""
    return {
        "SECRET_KEY": secrets.token_hex(32),
        "FIELD_KEYS": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "DIGEST_KEY": secrets.token_hex(32),
    }


def data_dir(given: str, dot_env: Path) -> Path:
    """DATA_DIR as the settings will find it: the environment, then `.env`, then `./data`."""
    if not given and dot_env.exists():
        line = re.search(r"^\s*(?:export\s+)?DATA_DIR\s*=\s*(.*?)\s*$", dot_env.read_text(), re.MULTILINE)
        given = line[1].strip("\"'") if line else ""
    return BASE_DIR / (given or "data")


def write_once(path: Path, text: str) -> bool:
    """Write a file only its owner may read, whole or not at all; False if it is there already."""
    if path.exists():
        return False
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 600
    with open(handle, "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(half, path)
    return True


def production(dot_env: Path) -> str:
    """Write `.env` from `.env.example` with fresh keys; return what to tell the operator."""
    text = (BASE_DIR / ".env.example").read_text(encoding="utf-8")
    for name, value in fresh_keys().items():
        text = re.sub(rf"^{name}=$", f"{name}={value}", text, flags=re.MULTILINE)
    if write_once(dot_env, text):
        return f"{dot_env} ditulis dengan kunci baru. Isi SITE_URL di dalamnya, lalu jalankan: make admin, make serve"
    return f"{dot_env} sudah ada dan dibiarkan apa adanya."


def main() -> None:
    parser = argparse.ArgumentParser(description="Menulis kunci dan pengaturan awal, sekali saja.")
    parser.add_argument("--env", default="", help='"production" menulis .env, selain itu DATA_DIR/dev.env')
    parser.add_argument("--data-dir", default="", help="folder data redaksi (bawaan: dari .env, lalu ./data)")
    parser.add_argument("--port", default="", help="port redaksi contoh (bawaan: 8000)")
    options = parser.parse_args()

    dot_env = BASE_DIR / ".env"
    if options.env == "production":
        print(production(dot_env))
        return
    dev_env = data_dir(options.data_dir, dot_env) / "dev.env"
    if write_once(dev_env, DEV_ENV.format(port=options.port or "8000", **fresh_keys())):
        print(f"Kunci redaksi contoh ditulis ke {dev_env}")


if __name__ == "__main__":
    try:
        main()
    except PermissionError as error:
        sys.exit(f"{error.filename} tidak boleh ditulis oleh akun ini. Jalankan dengan akun yang memilikinya.")
