"""The production server's command line."""

from django.conf import settings

LOOPBACK = {"127.0.0.1", "::1", "unix"}


def command(*, port: int, workers: int, only_here: bool) -> list[str]:
    """
    Arguments after `python`. A proxy on this machine is the only one who may
    come in when all TRUSTED_PROXIES are here; otherwise every interface listens.
    """
    behind_local_proxy = bool(settings.TRUSTED_PROXIES) and set(settings.TRUSTED_PROXIES) <= LOOPBACK
    host = "127.0.0.1" if only_here or behind_local_proxy else "0.0.0.0"  # noqa: S104 – that is what serving means
    return [
        *("-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", str(workers), "--blocking-threads", "4", "--backlog", "1024"),
        *("--respawn-failed-workers", "--no-ws", "--log-level", "warning"),
        "humas.wsgi:application",
    ]
