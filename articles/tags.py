"""Tags as the newsroom writes them: one to a line, because names carry degrees with commas in them."""


def names_from_text(text: str) -> list[str]:
    """One tag a line, blanks folded, each once whatever its case: "Stefanus M. Saek, SE, M.Si." is one tag."""
    names: dict[str, str] = {}
    for line in (text or "").splitlines():
        name = " ".join(line.split())[:100]
        if name:
            names.setdefault(name.casefold(), name)
    return list(names.values())


def text_from_tags(tags) -> str:
    """The text `names_from_text` reads back."""
    return "\n".join(sorted((tag.name for tag in tags), key=str.casefold))
