"""*Mulai redaksi sungguhan*: other processes, real databases; the demo goes whole, or not at all."""

import json
import signal
import sqlite3
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest
from cryptography.fernet import Fernet

from humas.accounts.groups import ADMINISTRATORS
from humas.accounts.models import User
from humas.base.models import Newsroom
from humas.operations import fresh, swap
from humas.operations.demo.accounts import PASSWORD
from tests.operations.house import House, Visitor

pytestmark = pytest.mark.xdist_group("houses")

SECRET = "Lontar-dan-ombak-7"
STATE = (
    "[Newsroom.current().is_demo, Article.everything.count(), Photo.objects.count(), Comment.objects.count(), "
    "Decision.objects.count(), sorted(User.objects.values_list('username', flat=True))]"
)
EMPTY = [False, 0, 0, 0, 0, ["yanti"]]
START = ("start_fresh", "--username", "yanti", "--name", "Yanti L. Foeh, S.Kom.", "--confirm", "MULAI")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A demo newsroom nobody may change; copies of it are cheap."""
    house = House(tmp_path_factory.mktemp("contoh") / "data")
    house.manage("demo")
    house.state = house.ask(STATE)
    yield house
    house.close()


@pytest.fixture
def house(demo, tmp_path):
    house = House(tmp_path / "data", template=demo)
    yield house
    house.close()


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_command_leaves_an_empty_newsroom_with_one_administrator(house):
    kinds = "sorted(ContentType.objects.values_list('app_label', 'model', 'pk'))"
    before = json.loads(
        house.do(
            "ContentType.objects.get(model='session').delete()\n"
            "ContentType.objects.create(app_label='sessions', model='session')\n"
            f"print(json.dumps({kinds}))"
        )
    )
    house.manage(*START, said=f"{SECRET}\n")

    state, is_password, groups, missing, version, after = house.ask(
        f"[{STATE}, User.objects.get().check_password('{SECRET}'), "
        "list(User.objects.get().groups.values_list('name', flat=True)), guards_missing() + [KeyCheck.wrong_key()], "
        f"PageVersion.objects.get(subject='newsroom').n, {kinds}]"
    )
    assert state == EMPTY
    assert is_password
    assert ADMINISTRATORS in groups
    assert missing == [""]
    assert version > 1000
    assert after == before  # what other processes remember still holds
    assert files_in(house.folder / "media") == []
    assert not list(house.folder.glob(f"{swap.PREFIX}*"))
    assert house.tried("demo")[0] != 0


def test_running_server_shows_the_empty_newsroom_at_once_in_every_process(house):
    story = house.ask("Article.objects.get(headline__startswith='Panen').get_absolute_url()")
    with house.serving(workers=2) as address:
        readers = [Visitor(address) for _ in range(8)]
        assert all("demo-banner" in reader.get("/")[1] for reader in readers)
        chief = Visitor(address)
        assert chief.sign_in("administrator", PASSWORD)
        is_over = Event()

        def read(reader):
            heard = set()
            while not is_over.wait(0.01):
                heard.add(reader.get(story)[0])
            return heard

        with ThreadPoolExecutor(len(readers)) as pool:
            reading = [pool.submit(read, reader) for reader in readers]
            status, location, page = chief.post(
                "/admin/mulai/",
                username="yanti",
                printed_name="Yanti L. Foeh, S.Kom.",
                password1=SECRET,
                password2=SECRET,
                word="MULAI",
            )
            is_over.set()
            heard = set().union(*(each.result() for each in reading))

        assert (status, location) == (303, "/admin/redaksi/"), page
        assert heard <= {200, 404}
        assert chief.get("/admin/redaksi/")[0] == 200  # signed in again already
        for reader in [*readers, Visitor(address)]:
            status, page = reader.get("/")
            assert status == 200
            assert "demo-banner" not in page
            assert reader.get(story)[0] == 404
        assert not Visitor(address).sign_in("administrator", PASSWORD)
        assert Visitor(address).sign_in("yanti", SECRET)
    assert house.ask(STATE) == EMPTY


def test_administrator_with_a_password_of_the_own_comes_along(house):
    house.do(f"chief = User.objects.get(username='administrator'); chief.set_password('{SECRET}'); chief.save()")
    with house.serving(workers=1) as address:
        chief = Visitor(address)
        assert chief.sign_in("administrator", SECRET)
        assert 'name="username"' not in chief.get("/admin/mulai/")[1]
        assert chief.post("/admin/mulai/", word="mulai")[0] == 422
        assert chief.post("/admin/mulai/", word="MULAI")[0] == 303
        assert Visitor(address).sign_in("administrator", SECRET)
    assert house.ask(f"[*{STATE}, User.objects.get().printed_name]") == [
        *(False, 0, 0, 0, 0, ["administrator"]), "Yanti L. Foeh, S.Kom.",
    ]  # fmt: skip


def test_what_is_not_meant_changes_nothing(demo):
    for arguments, said, environment in (
        ((*START[:-1], "mulai"), SECRET, {}),
        (START, PASSWORD, {}),
        (START, "123", {}),
        (("start_fresh", "--keep", "administrator", "--confirm", "MULAI"), "", {}),
        (("start_fresh", "--keep", "moderator", "--confirm", "MULAI"), "", {}),
        (START, SECRET, {"FIELD_KEYS": Fernet.generate_key().decode()}),
        (START, SECRET, {"DIGEST_KEY": "kunci lain"}),
        (("start_fresh",), "", {}),
    ):
        status, _out, complaint = demo.tried(*arguments, said=f"{said}\n", **environment)
        assert status != 0
        assert len(complaint.strip().splitlines()) == 1, complaint
    assert demo.ask(STATE) == demo.state


def test_newsroom_that_is_no_demo_is_never_emptied(demo, house):
    house.do("Newsroom.objects.update(is_demo=False)")
    status, _out, complaint = house.tried(*START, said=f"{SECRET}\n")
    assert status != 0
    assert "Traceback" not in complaint
    assert house.ask(STATE)[1:] == demo.state[1:]


def test_two_at_once_are_not_both_obeyed(house):
    one, other = (
        house.start("manage.py", "start_fresh", "--username", name, "--name", name, "--confirm", "MULAI")
        for name in ("yanti", "markus")
    )
    for process in (one, other):
        process.stdin.write(f"{SECRET}\n")
        process.stdin.flush()
    ends = [(process.communicate(timeout=60), process.returncode)[1] for process in (one, other)]
    assert sorted(map(bool, ends)) == [False, True]
    assert house.ask(STATE) == [False, 0, 0, 0, 0, ["yanti" if ends[0] == 0 else "markus"]]


def test_killed_at_any_moment_it_is_the_demo_or_the_empty_newsroom(demo, tmp_path, chance):
    seen = set()
    for number in range(3):
        house = House(tmp_path / f"data{number}", template=demo)
        process = house.start("manage.py", *START)
        process.stdin.write(f"{SECRET}\n")
        process.stdin.flush()
        process.stdout.readline()  # it has begun
        try:
            process.wait(chance.uniform(0, 0.6))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        process.communicate()
        state, missing = house.ask(f"[{STATE}, guards_missing() + [KeyCheck.wrong_key()]]")
        seen.add(state[0])
        assert state in (demo.state, EMPTY)
        assert missing == [""]
        if state[0]:
            house.manage(*START, said=f"{SECRET}\n")
            assert not house.ask(STATE)[0]
        house.close()
    assert True in seen


@pytest.fixture
def chief(signed_in):
    Newsroom.objects.update(is_demo=True)
    return signed_in(ADMINISTRATORS)


def test_page_is_for_administrators_of_a_demo_alone(db, chief, editor, client):
    page = chief.get("/admin/mulai/")
    assert page.status_code == 200
    assert 'name="word"' in page.content.decode()
    assert editor.get("/admin/mulai/").status_code == 403
    assert client.get("/admin/mulai/").status_code == 302
    assert chief.put("/admin/mulai/").status_code == 405
    Newsroom.objects.update(is_demo=False)
    assert chief.get("/admin/mulai/").status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("word", "MULAI!"),
        ("word", ""),
        ("username", ""),
        ("username", "dua kata"),
        ("printed_name", ""),
        ("password2", "lain-sama-sekali-9"),
        ("password1", "123"),
        ("password1", PASSWORD),
    ],
)
def test_incomplete_form_starts_nothing(chief, field, value):
    chief.user.set_password(PASSWORD)
    chief.user.save()
    chief.force_login(chief.user)
    fields = {"username": "yanti", "printed_name": "Yanti", "password1": SECRET, "password2": SECRET, "word": "MULAI"}
    fields[field] = value
    if field == "password1":
        fields["password2"] = value
    page = chief.post("/admin/mulai/", fields)
    assert page.status_code == 422
    assert 'class="errorlist' in page.content.decode()
    assert Newsroom.current().is_demo
    assert User.objects.filter(pk=chief.user.pk).exists()


def test_banner_is_there_while_the_content_is_sample_data(chief, client, article):
    assert "demo-banner" in client.get(article.get_absolute_url()).content.decode()
    assert "demo-banner" in client.get("/").content.decode()
    assert "/admin/mulai/" in chief.get("/admin/").content.decode()
    Newsroom.objects.update(is_demo=False)
    assert "demo-banner" not in client.get(article.get_absolute_url()).content.decode()
    assert "demo-banner" not in chief.get("/admin/").content.decode()


def database(path, rows, page_size=4096):
    with closing(sqlite3.connect(path)) as made:
        made.execute(f"PRAGMA page_size={page_size}")
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE t (n)")
        made.executemany("INSERT INTO t VALUES (?)", [(n,) for n in rows])
        made.commit()
    return path


def rows_in(connection):
    return [n for (n,) in connection.execute("SELECT n FROM t ORDER BY n")]


@pytest.mark.parametrize("page_size", [1024, 4096])
def test_file_copied_over_is_seen_by_who_has_it_open(tmp_path, page_size):
    live = database(tmp_path / "live", range(5000), page_size)
    with closing(sqlite3.connect(live)) as reader, closing(sqlite3.connect(live)) as writer:
        assert len(rows_in(reader)) == 5000
        writer.execute("INSERT INTO t VALUES (-1)")
        writer.commit()
        swap.copy_over(database(tmp_path / "other", [7]), live)
        assert rows_in(reader) == [7]
        writer.execute("INSERT INTO t VALUES (8)")
        writer.commit()
        assert rows_in(reader) == [7, 8]
        assert reader.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert reader.execute("PRAGMA journal_mode").fetchall() == [("wal",)]


def test_file_that_others_write_to_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(swap, "BUSY_SECONDS", 0.1)
    live = database(tmp_path / "live", [1])
    with closing(sqlite3.connect(live)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError):
            swap.copy_over(database(tmp_path / "other", [7]), live)
        writer.execute("INSERT INTO t VALUES (2)")
        writer.commit()
        assert rows_in(writer) == [1, 2]


def test_account_with_the_password_everybody_knows_stays_behind(person):
    known, own, gone = person(ADMINISTRATORS), person(ADMINISTRATORS), person(ADMINISTRATORS, is_active=False)
    known.set_password(PASSWORD)
    assert [fresh.may_come_along(each) for each in (known, own, gone)] == [False, True, False]
    assert fresh.carried(own).password == own.password
