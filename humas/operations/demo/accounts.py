"""Who works in the demo newsroom. `make serve` refuses to start while this password opens anything."""

PASSWORD = "humas-contoh"

ACCOUNTS = (
    ("administrator", "Yanti L. Foeh, S.Kom.", "Administrator"),
    ("redaktur", "Markus Lenggu, S.Sos.", "Redaktur"),
    ("penulis", "Dorce A. Bessi, S.I.Kom.", "Penulis"),
    ("moderator", "Ferdi Tulle", "Moderator"),
    ("pimpinan", "Drs. Paulus Manafe, M.Si.", "Pimpinan"),
)
"""(account, printed name, group)"""
