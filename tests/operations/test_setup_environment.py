import re
import subprocess
import sys
from pathlib import Path

import pytest

from humas.operations import environment

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout of its own, with nothing set up in it yet."""
    (tmp_path / ".env.example").write_text((TOP / ".env.example").read_text())
    monkeypatch.setattr(environment, "BASE_DIR", tmp_path)
    return tmp_path


def setup(monkeypatch, *arguments):
    monkeypatch.setattr(sys, "argv", ["environment.py", *arguments])
    environment.main()


def test_demo_keys_are_written_once_and_for_their_owner_only(checkout, monkeypatch):
    setup(monkeypatch, "--port", "8123")
    dev_env = checkout / "data" / "dev.env"
    first = dev_env.read_text()
    setup(monkeypatch, "--port", "8124")

    assert dev_env.read_text() == first
    assert "SITE_URL=http://localhost:8123\n" in first
    assert dev_env.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in dev_env.parent.iterdir()] == ["dev.env"]


def test_demo_keys_go_where_the_settings_look(checkout, monkeypatch):
    (checkout / ".env").write_text('export DATA_DIR="simpanan"\n')
    setup(monkeypatch)
    setup(monkeypatch, "--data-dir", str(checkout / "lain"))

    assert (checkout / "simpanan" / "dev.env").exists()
    assert (checkout / "lain" / "dev.env").exists()


def test_production_keys_are_fresh_and_never_overwritten(checkout, monkeypatch, capsys):
    setup(monkeypatch, "--env", "production")
    first = (checkout / ".env").read_text()
    setup(monkeypatch, "--env", "production")

    assert (checkout / ".env").read_text() == first
    assert (checkout / ".env").stat().st_mode & 0o777 == 0o600
    assert all(re.search(rf"^{name}=\S{{44,}}$", first, re.MULTILINE) for name in environment.fresh_keys())
    assert "sudah ada" in capsys.readouterr().out
    assert not (checkout / "data").exists()


def test_generated_keys_open_what_they_closed():
    from cryptography.fernet import Fernet

    box = Fernet(environment.fresh_keys()["FIELD_KEYS"])

    assert box.decrypt(box.encrypt(b"alamat@contoh.id")) == b"alamat@contoh.id"


def test_setup_needs_nothing_but_python():
    command = [sys.executable, "-I", "-S", TOP / "humas" / "operations" / "environment.py", "--help"]

    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.contract
def test_every_setting_is_in_the_example():
    read = set(re.findall(r'(?:env\.\w+|required)\("([A-Z_]+)"', (TOP / "humas" / "settings.py").read_text()))
    listed = set(re.findall(r"^#?([A-Z_]+)=", (TOP / ".env.example").read_text(), re.MULTILINE))

    assert read - {"ENV"} == listed
