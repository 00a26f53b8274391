"""A programme many times as long as a real one, made by repeating its goals under new numbers."""

from __future__ import annotations

import re

_GOAL_IN_TABLE = re.compile(r"(Performans Hedefi \()(\d+)(\))")
_GOAL_IN_LIST = re.compile(r"^(P\.H\.)(\d+)(:)")
_NUMBERS_IN_PERFORMANCE = re.compile(r"^(?:(\d+)\t\t|\t(\d+)\t)(?=\S)")


def repeated(text: str, times: int) -> str:
    """``text`` with the goals of 2.3, 2.4 and 2.6 repeated until it is ``times`` as long.

    The amounts no longer add up to the printed totals; that makes findings, not errors.
    """
    starts = {number: text.rindex(f"\n{number}. ") + 1 for number in ("2.3", "2.4", "2.5", "2.6")}
    before, goals = text[: starts["2.3"]], text[starts["2.3"] : starts["2.4"]]
    performance = text[starts["2.4"] : starts["2.5"]]
    needs, responsibilities = text[starts["2.5"] : starts["2.6"]], text[starts["2.6"] :]

    totals = performance.index("\nPerformans Hedefleri Maliyetleri Toplamı") + 1
    heading = performance.index("\nPerformans Hedefi\t") + 1
    intro, numbers, totals_text = (
        performance[:heading],
        performance[heading:totals],
        performance[totals:],
    )
    goal_count = max(int(found[1]) for found in _GOAL_IN_TABLE.findall(goals))
    activity_count = max(
        int(found[2])
        for line in numbers.split("\n")
        if (found := _NUMBERS_IN_PERFORMANCE.match(line)) and found[2]
    )
    lines = responsibilities.split("\n")
    first = next(i for i, line in enumerate(lines) if _GOAL_IN_LIST.match(line))
    last = max(i for i, line in enumerate(lines) if line.startswith("\t")) + 1
    listed = "\n".join(lines[first:last]) + "\n"

    once = len(goals) + len(numbers) + len(listed)
    copies = max(1, round((times * len(text) - (len(text) - once)) / once))
    return "".join(
        [
            before,
            *(_renumber_goals(goals, copy * goal_count) for copy in range(copies)),
            intro,
            *(
                _renumber_lines(numbers, copy * goal_count, copy * activity_count)
                for copy in range(copies)
            ),
            totals_text,
            needs,
            "\n".join(lines[:first]) + "\n",
            *(_renumber_list(listed, copy * goal_count) for copy in range(copies)),
            "\n".join(lines[last:]),
        ]
    )


def _renumber_goals(text: str, add: int) -> str:
    return _GOAL_IN_TABLE.sub(lambda m: f"{m[1]}{int(m[2]) + add}{m[3]}", text)


def _renumber_lines(text: str, goals: int, activities: int) -> str:
    def renumbered(match: re.Match[str]) -> str:
        if match[1]:
            return f"{int(match[1]) + goals}\t\t"
        return f"\t{int(match[2]) + activities}\t"

    return "\n".join(_NUMBERS_IN_PERFORMANCE.sub(renumbered, line) for line in text.split("\n"))


def _renumber_list(text: str, add: int) -> str:
    return "\n".join(
        _GOAL_IN_LIST.sub(lambda m: f"{m[1]}{int(m[2]) + add}{m[3]}", line)
        for line in text.split("\n")
    )
