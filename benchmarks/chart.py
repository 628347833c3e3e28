"""A figure as a plain SVG bar chart."""

from html import escape

WIDTH, BAR, GAP, LEFT = 640, 28, 14, 160


def svg(figure: dict) -> str:
    """Horizontal bars of `values`, under `title`, each with its number and `unit`."""
    most = max(figure["values"].values()) or 1
    rows = []
    for row, (name, value) in enumerate(figure["values"].items()):
        y = 48 + row * (BAR + GAP)
        number = f"{value:,.0f}".replace(",", ".")  # as Indonesians write it
        width = (WIDTH - LEFT - 200) * value / most
        rows.append(
            f'<text x="{LEFT - 10}" y="{y + 19}" text-anchor="end">{escape(name)}</text>'
            f'<rect x="{LEFT}" y="{y}" width="{width:.1f}" height="{BAR}" fill="#1f5c8b"/>'
            f'<text x="{LEFT + width + 8:.1f}" y="{y + 19}">{number} {escape(figure["unit"])}</text>'
        )
    height = 48 + len(rows) * (BAR + GAP)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif">'
    paper = '<rect width="100%" height="100%" fill="#fff"/>'
    title = f'<text x="16" y="28" font-weight="bold">{escape(figure["title"])}</text>'
    return "\n".join([head, paper, title, *rows, "</svg>\n"])
