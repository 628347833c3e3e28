"""The headline with all that stands around it, and what is peeled off the end. Rules 10–24."""

from articles.manuscript import credits, datelines, marks, noise
from articles.manuscript.emoji import tail
from articles.manuscript.lines import Line, Taken
from articles.manuscript.marked import Marked, joined
from articles.manuscript.sentences import is_finished

LONGEST_HEADLINE = 200


def without_breaks(lines: list[Line], taken: Taken) -> list[Line]:
    """Separators, end marks and photo notes go; each ends a block."""
    out, begins = [], False
    for line in lines:
        line.begins_block |= begins
        reason = noise.anywhere(line)
        begins = bool(reason)
        if reason:
            taken.line(line, reason)
        else:
            out.append(line)
    return out


def take_headline(lines: list[Line], taken: Taken) -> tuple[str, list[Line]]:
    """The headline, "" where there is none, and the lines of the text below it."""
    lines = lines[_above(lines, taken) :]
    if not lines:
        return "", []
    first = lines[0]
    if _is_no_headline(first):
        return "", lines
    height = _height(lines)
    headline = _without_marks(joined([line.text for line in lines[:height]]), first, taken)
    return headline.plain, lines[height + _below(lines[height:], taken) :]


def take_end(lines: list[Line], taken: Taken) -> None:
    """Peel off from below until a line of the text stands last."""
    has_brackets = False
    while lines:
        last = lines[-1]
        if reason := noise.at_end(last):
            taken.line(last, reason)
            lines.pop()
        elif noise.names_writer(last):
            taken.credit(last, last.plain)
            lines.pop()
        elif (begin := noise.contact_at_end(lines)) is not None:
            for line in lines[begin + 1 :]:
                has_brackets |= _take_contact_line(line, taken, has_brackets)
            taken.line(lines[begin], "contact")
            del lines[begin:]
        else:
            took = _take_tail(last, taken) or _take_end_mark(last, taken)
            if not took and not has_brackets:
                took = has_brackets = _take_credit(last, taken)
            if not took:
                return
            if not last.plain:
                lines.pop()


def _above(lines: list[Line], taken: Taken) -> int:
    place = 0
    while place < len(lines):
        line, end = lines[place], noise.letterhead_end(lines, place)
        reason = "letterhead"
        if end == place and (found := noise.above_headline(line)):
            reason, end = found, place + 1
        elif end == place and noise.begins_contact(line):
            reason, end = "contact", noise.contact_end(lines, place)
            if end == len(lines):
                end = place + 1
        if end == place:
            if length := noise.label_before(line):
                taken.piece(line, line.text.cut(0, length), "release_label")
                line.keep(line.text.cut(length), length)
            break
        for one in lines[place:end]:
            taken.line(one, (noise.above_headline(one) if reason == "contact" else "") or reason)
        place = end
    return place


def _is_no_headline(line: Line) -> bool:
    if len(line.plain) > LONGEST_HEADLINE:
        return True
    return is_finished(line.plain) and datelines.find(line.plain) is not None


def _height(lines: list[Line]) -> int:
    """How many lines the headline has."""
    first, height, length = lines[0], 1, len(lines[0].plain)
    while height < len(lines) and _continues(lines[height - 1], lines[height]):
        length += 1 + len(lines[height].plain)
        if length > LONGEST_HEADLINE:
            break
        height += 1
    if height == 1 and not first.kind:
        end = next((n for n in range(1, min(len(lines), 5)) if lines[n].begins_block), len(lines))
        words = next((n for n in range(1, end) if noise.around_headline(lines[n]) or marks.alone(lines[n].plain)), end)
        length = len(" ".join(line.plain for line in lines[:words]))
        if (
            words in (2, 3)
            and end < len(lines)
            and length <= LONGEST_HEADLINE
            and not any(map(_is_text, lines[:words]))
        ):
            height = words
    return height


def _continues(above: Line, line: Line) -> bool:
    if line.begins_block or line.kind or noise.around_headline(line) or datelines.find(line.plain):
        return False
    if noise.names_writer(line) or marks.alone(line.plain):
        return False
    return (above.is_capitals and line.is_capitals) or (above.is_bold and line.is_bold)


def _is_text(line: Line) -> bool:
    return (
        line.plain.endswith(".")
        or bool(line.kind)
        or line.is_row
        or line.plain[0] in "-–•·*"
        or noise.names_writer(line)
        or datelines.find(line.plain) is not None
    )


def _without_marks(headline: Marked, line: Line, taken: Taken) -> Marked:
    if found := marks.before(headline.plain):
        _count(found, line, headline, taken)
        headline = headline.cut(found.end)
    while (found := marks.at_end(headline.plain)) and not (found.number and taken.part_number):
        _count(found, line, headline, taken)
        headline = headline.cut(0, found.start)
    return headline


def _count(found: marks.PartMark, line: Line, text: Marked, taken: Taken) -> None:
    taken.piece(line, text.cut(found.start, found.end), "part_mark", found.start)
    taken.is_last |= found.is_last
    if found.number:
        taken.part_number, taken.part_style = found.number, found.style


def _below(lines: list[Line], taken: Taken) -> int:
    """How many lines between headline and text are neither."""
    place = 0
    while place < len(lines):
        line, end = lines[place], place + 1
        found = marks.alone(line.plain)
        if reason := noise.around_headline(line):
            taken.line(line, reason)
        elif found and not (found.number and taken.part_number):
            _count(found, line, line.text, taken)
        elif noise.names_writer(line):
            taken.credit(line, line.plain)
        elif noise.begins_contact(line):
            end = noise.contact_end(lines, place)
            end = place + 1 if end == len(lines) else end
            for one in lines[place:end]:
                taken.line(one, noise.around_headline(one) or "contact")
        else:
            break
        place = end
    return place


def _take_contact_line(line: Line, taken: Taken, has_brackets: bool) -> bool:
    """A line of a contact block that has a reason of its own keeps it; whether it was a credit in brackets."""
    credit = credits.at_end(line.plain)
    if reason := noise.at_end(line):
        taken.line(line, reason)
    elif noise.names_writer(line):
        taken.credit(line, line.plain)
    elif found := marks.end_alone(line.plain):
        _count(found, line, line.text, taken)
    elif credit and not credit.start and not has_brackets:
        taken.credit(line, credit.words)
        return True
    else:
        taken.line(line, "contact")
    return False


def _take_tail(line: Line, taken: Taken) -> bool:
    start, has_hashtag = tail(line.plain)
    if start == len(line.plain):
        return False
    taken.piece(line, line.text.cut(start), "hashtags" if has_hashtag else "emoji_tail", start)
    line.keep(line.text.cut(0, start))
    return True


def _take_end_mark(line: Line, taken: Taken) -> bool:
    found = marks.behind_text(line.plain)
    before = line.plain[: found.start].rstrip() if found else ""
    if not found or (before and not is_finished(before)):
        return False
    _count(found, line, line.text, taken)
    line.keep(line.text.cut(0, found.start))
    return True


def _take_credit(line: Line, taken: Taken) -> bool:
    credit = credits.at_end(line.plain)
    if not credit:
        return False
    taken.credit(line, credit.words, credit.start)
    line.keep(line.text.cut(0, credit.start))
    return True
