from humas.desk import discussion, newsroom, people

__all__ = ["discussion", "newsroom", "people"]
