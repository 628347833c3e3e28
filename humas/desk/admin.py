from humas.desk import newsroom, people

__all__ = ["newsroom", "people"]
