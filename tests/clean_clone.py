"""
A stranger's first hour: a clean clone, `make run` twice, `make lint`, `make test`.

Run by `make soak`, as root also once more as an ordinary user. Prints the seconds
each start took and leaves nothing behind. CLEAN_CLONE_TESTS=0 skips lint and tests.
"""

import contextlib
import http.client
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
COLD, WARM = 90, 5  # seconds until the newsroom answers
KEPT = re.compile(r"PATH|LANG|LC_ALL|TERM|PIP_\w+|SSL_\w+|REQUESTS_CA_BUNDLE|\w+_(proxy|PROXY)")


class Failed(Exception):
    """What a stranger would have run into."""


def people() -> list[tuple[str, list[str]]]:
    """Whom to try as: a name, and the command that turns a process into theirs."""
    if os.geteuid() != 0:
        return [("pengguna biasa", [])]
    nobody = pwd.getpwnam("nobody")  # PostgreSQL wants an account that has a name
    ids = [f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups"]
    return [("root", []), ("pengguna biasa", ["setpriv", *ids])]


class Trial:
    """One clone, one person, and the processes started for them."""

    def __init__(self, folder: Path, become: list[str]):
        self.clone, self.become, self.processes = folder / "humas", become, []
        subprocess.run(["git", "clone", "--quiet", TOP, self.clone], check=True)
        home, temporary = folder / "home", folder / "tmp"
        home.mkdir()
        temporary.mkdir()
        if become:
            subprocess.run(["chown", "-R", "nobody:", folder], check=True)
        self.environment = {name: value for name, value in os.environ.items() if KEPT.fullmatch(name)}
        samples = os.environ.get("TEST_DATA") or TOP.parent / "shared" / "data"
        self.environment |= {"TMPDIR": str(temporary), "TEST_DATA": str(samples)}
        self.environment["HOME"] = str(home)
        self.environment["PIP_NO_CACHE_DIR"] = "1"  # the first start is measured cold
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    def start(self, *command: str) -> subprocess.Popen:
        process = subprocess.Popen(
            [*self.become, *command],
            cwd=self.clone,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.processes.append(process)
        return process

    def run(self, *command: str) -> None:
        print(f"$ {' '.join(command)}", flush=True)
        if self.start(*command).wait() != 0:
            raise Failed(f"{' '.join(command)}")

    def stop(self) -> None:
        """End what still runs, gently first; make passes SIGTERM on."""
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(timeout=30)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.processes.clear()

    def get(self, path: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        with contextlib.closing(connection):
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()

    def serve(self, limit: float) -> subprocess.Popen:
        """`make run` until the newsroom answers; too slow is a failure."""
        began = time.monotonic()
        process = self.start("make", "run", f"PORT={self.port}")
        while process.poll() is None and time.monotonic() < began + limit + 60:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.get("/healthz")[0] == 200:
                    break
            time.sleep(0.05)
        seconds = time.monotonic() - began
        print(f"make run: {seconds:.1f} detik sampai menjawab (batas {limit})", flush=True)
        if process.poll() is not None or seconds > limit:
            raise Failed("make run tidak menjawab pada waktunya")
        return process

    def end(self, server: subprocess.Popen) -> None:
        """SIGTERM must end the server and everything it started."""
        server.terminate()
        server.wait(timeout=30)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, 0)
            raise Failed("make run meninggalkan proses")

    def go(self) -> None:
        server = self.serve(COLD)
        status, front = self.get("/")
        story = re.search(r'href="(?:http://[^/"]+)?/berita/([^/"]+)/"', front)
        if status != 200 or not story:
            raise Failed(f"halaman depan {status}, tanpa berita")
        keys = Path(self.clone, "data", "dev.env").read_text()
        self.run(".venv/bin/python", "manage.py", "withdraw", story[1], "--reason", "Uji klon bersih.")
        self.end(server)

        server = self.serve(WARM)
        if self.get(f"/berita/{story[1]}/")[0] != 410 or Path(self.clone, "data", "dev.env").read_text() != keys:
            raise Failed("data tidak bertahan setelah make run kedua")
        self.end(server)

        if os.environ.get("CLEAN_CLONE_TESTS") != "0":
            self.run("make", "lint")
            self.run("make", "test")


def main() -> None:
    def terminated(*_):
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, terminated)
    if subprocess.run(["git", "status", "--porcelain"], cwd=TOP, capture_output=True, text=True, check=True).stdout:
        print("Perhatian: yang dicoba adalah commit terakhir; perubahan yang belum di-commit tidak ikut.")
    for name, become in people():
        print(f"\nKlon bersih sebagai {name}", flush=True)
        folder = Path(tempfile.mkdtemp(prefix="humas-clone-", dir="/tmp"))
        folder.chmod(0o755)
        trial = None
        try:
            trial = Trial(folder, become)
            trial.go()
            if left := [path.name for path in folder.glob("tmp/humas-*")]:
                raise Failed(f"meninggalkan {', '.join(left)}")
        finally:
            if trial:
                trial.stop()
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    try:
        main()
    except Failed as failure:
        sys.exit(f"Klon bersih gagal: {failure}.")
    except KeyboardInterrupt:
        sys.exit("\nDihentikan.")
