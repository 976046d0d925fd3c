from irenic.dossier.schema.root import Dossier
from irenic.dossier.trace import trace
from irenic.dossier.trace_words import trace_words

CLAIM = """\
C1 (E3, report): The mediator sees both ready to release water in stages.
  held by coria via gazette; in river, gossip
  at code points 168 to 177
Elements that use it: 2
  issues.dam.options.shared.infeasible [C1]
  rules.release-with-share [C1]
Numbers: 1
  issues.dam.options.shared.infeasible = 0.1 to 0.3 (backed by its own claims)
Answers that rest on it: whether a deal is possible; the zone of deals; the chosen deals; how often each option is in \
the deal; what cannot hold together; what would open the zone; which issues trade; the frontier of packages; \
what no deal is worth; how the war goes on; how bodies decide"""

CHANNEL = """\
channels.bridge
它的依據（由內而外）：1 個
  channels.bridge.every
    假設：monthly so far
    待答：4. 何時，經由哪個管道？
數字：1 個
  channels.bridge.every = 1（假設）
陳述：0 項
目前沒有任何答案依賴它。
相關而尚無分析計算的要素：1 個
  channels.bridge：4. 何時，經由哪個管道？"""


def test_a_claim_in_english(river: Dossier) -> None:
    assert trace_words(trace(river, "C1"), "en") == CLAIM


def test_a_pending_element_in_chinese(river: Dossier) -> None:
    assert trace(river, "channels.bridge").words("zh") == CHANNEL


def test_a_claim_without_anchor_says_so(river: Dossier) -> None:
    lines = trace_words(trace(river, "N1"), "en").splitlines()
    assert "  of 2031-03-20" in lines
    assert "  without an anchor" in lines
    assert "No answer computed now rests on it." in lines


def test_an_answer_lists_what_feeds_it(river: Dossier) -> None:
    lines = trace_words(trace(river, "zone"), "en").splitlines()
    assert lines[0].startswith("Elements that feed it: ")
    assert "  rules.release-with-share [C1]" in lines
