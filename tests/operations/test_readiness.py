import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command

from comments.record import install_guards
from humas.operations.demo.accounts import PASSWORD
from humas.operations.readiness import hindrances
from humas.operations.server import command
from tests.comments.lifting import lift_guards


def test_newsroom_in_order_may_serve(db):
    assert hindrances() == []


@pytest.mark.contract
def test_serving_is_refused_while_a_demo_password_works(db, person):
    account = person("Redaktur", username="redaktur")
    account.set_password(PASSWORD)
    account.save()
    with pytest.raises(CommandError, match="redaktur"):
        call_command("serve")
    account.is_active = False
    account.save()
    assert hindrances() == []


@pytest.mark.contract
@pytest.mark.parametrize(
    ("name", "value"), [("FIELD_KEYS", [Fernet.generate_key().decode()]), ("DIGEST_KEY", "kunci lain")]
)
def test_serving_is_refused_with_keys_of_another_database(db, settings, client, name, value):
    setattr(settings, name, value)
    with pytest.raises(CommandError, match=name):
        call_command("serve")
    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


def test_new_key_before_the_old_one_still_opens_the_database(db, settings):
    settings.FIELD_KEYS = [Fernet.generate_key().decode(), *settings.FIELD_KEYS]
    assert hindrances() == []


def test_unprotected_record_is_noticed(transactional_db):
    lift_guards()
    assert len(hindrances()) == 1
    install_guards()
    assert hindrances() == []


def test_demo_listens_on_this_machine_only(settings):
    assert "127.0.0.1" in command(port=8000, workers=1, only_here=True)
    settings.TRUSTED_PROXIES = ["127.0.0.1"]
    assert "127.0.0.1" in command(port=8000, workers=2, only_here=False)
    settings.TRUSTED_PROXIES = []
    assert "127.0.0.1" not in command(port=8000, workers=2, only_here=False)


def test_demo_server_refuses_production_settings(db):
    with pytest.raises(CommandError):
        call_command("serve", demo=True)
