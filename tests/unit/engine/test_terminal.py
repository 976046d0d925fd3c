import io

import pytest

from irenic.engine.progress import Progress
from irenic.engine.terminal import TerminalProgress, duration, progress_line, terminal_progress
from irenic.language.messages import LANGUAGES, Language

STAGE = "engine.working"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def event(done: int, eta: float | None = None, total: int = 2048) -> Progress:
    return Progress(STAGE, done, total, eta)


def test_a_line_in_english() -> None:
    assert progress_line(event(1024, 12.2), "en") == "Computing draws: 1,024 of 2,048 (50 %), about 13 s left"
    assert progress_line(event(0), "en") == "Computing draws: 0 of 2,048 (0 %)"
    assert progress_line(event(2048, 0.0), "en") == "Computing draws: 2,048 of 2,048 (100 %)"


def test_a_line_in_chinese() -> None:
    assert progress_line(event(1024, 12.2), "zh") == "計算抽樣：1,024/2,048（50 %），約餘 13 秒"
    assert progress_line(event(0), "zh") == "計算抽樣：0/2,048（0 %）"


def test_no_draws_at_all_are_all_done() -> None:
    assert progress_line(event(0, None, 0), "en") == "Computing draws: 0 of 0 (100 %)"


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [
        (0.0, "1 s", "1 秒"),
        (59.0, "59 s", "59 秒"),
        (59.2, "1 min 0 s", "1 分 0 秒"),
        (200.0, "3 min 20 s", "3 分 20 秒"),
        (3600.0, "1 h 0 min", "1 小時 0 分"),
        (7199.0, "2 h 0 min", "2 小時 0 分"),
        (86400.0, "24 h 0 min", "24 小時 0 分"),
    ],
)
def test_durations(seconds: float, en: str, zh: str) -> None:
    assert (duration(seconds, "en"), duration(seconds, "zh")) == (en, zh)


def test_a_terminal_has_one_line_rewritten() -> None:
    stream, clock = Terminal(), Clock()
    show = TerminalProgress(stream, "en", clock=clock)
    show(event(0))
    clock.now += 0.05
    show(event(100))  # too soon
    clock.now += 0.06
    show(event(200, 100.0))
    show(event(2048, 0.0))
    first, second, last = (
        "Computing draws: 0 of 2,048 (0 %)",
        "Computing draws: 200 of 2,048 (9 %), about 1 min 40 s left",
        "Computing draws: 2,048 of 2,048 (100 %)",
    )
    assert stream.getvalue() == f"\r{first}\r{second}\r{last}{' ' * (len(second) - len(last))}\n"


def test_chinese_characters_are_covered_by_two_blanks_each() -> None:
    stream, clock = Terminal(), Clock()
    show = TerminalProgress(stream, "zh", clock=clock)
    show(event(1024, 5.0))
    show(event(2048, 0.0))
    longer, shorter = "計算抽樣：1,024/2,048（50 %），約餘 5 秒", "計算抽樣：2,048/2,048（100 %）"
    wider = 2 * len("，約餘秒") + len(" 5 ") - 1  # the parenthesis holds one digit more
    assert stream.getvalue() == f"\r{longer}\r{shorter}{' ' * wider}\n"


def test_a_file_gets_few_plain_lines() -> None:
    stream, clock = io.StringIO(), Clock()
    show = TerminalProgress(stream, "en", clock=clock)
    for done in range(0, 2049, 64):
        show(event(done))
        clock.now += 0.7
    lines = stream.getvalue().splitlines()
    assert [line.split(": ")[1] for line in lines] == [
        "960 of 2,048 (46 %)",
        "1,920 of 2,048 (93 %)",
        "2,048 of 2,048 (100 %)",
    ]


def test_quiet_says_nothing() -> None:
    for stream in (Terminal(), io.StringIO()):
        show = terminal_progress(stream, "en", quiet=True)
        show(event(0))
        show(event(2048))
        show.close()
        assert stream.getvalue() == ""


def test_closing_ends_an_open_line_once() -> None:
    stream = Terminal()
    show = terminal_progress(stream, "en")
    show(event(10))
    show.close()
    show.close()
    assert stream.getvalue().count("\n") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_stages_follow_each_other_on_lines_of_their_own(language: Language) -> None:
    stream = Terminal()
    show = terminal_progress(stream, language)
    show(event(2048))
    show(event(5))
    show(event(2048))
    assert stream.getvalue().count("\n") == 2
