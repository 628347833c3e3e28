"""How many examples a property is tried with: a share in each run, all of them where EVERYTHING is set."""

import os


def share_of(examples: int) -> int:
    return examples if os.environ.get("EVERYTHING") else examples // 3
