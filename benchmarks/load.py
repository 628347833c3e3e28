"""A small load generator: threads with kept connections. Its own cost caps what it measures: compare, don't quote."""

import http.client
import threading
import time


def requests_per_second(port: int, path: str, *, seconds: float = 3.0, threads: int = 4) -> float:
    """How many whole 200 answers came back a second; any other answer ends the measurement."""
    counts, errors = [0] * threads, []
    deadline = time.monotonic() + seconds

    def ask(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            while time.monotonic() < deadline:
                connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
                response = connection.getresponse()
                response.read()
                if response.status != 200:
                    raise RuntimeError(f"{path} answered {response.status}")
                counts[number] += 1
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    askers = [threading.Thread(target=ask, args=(number,)) for number in range(threads)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    if errors:
        raise errors[0]
    return sum(counts) / seconds
