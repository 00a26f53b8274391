"""Every sentence in both languages: one set of rules, and the files that a person reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from present.kit.text import LANGUAGES, using
from tests.sentences.corpus import Role, Text, texts
from tests.sentences.files import ROOT, written
from tests.sentences.rules import faults
from tests.support import committed

Said = Callable[[str], list[Text]]


@pytest.fixture(scope="session")
def said(tmp_path_factory: pytest.TempPathFactory) -> Said:
    """Every text of a language, made once."""
    setting_in = committed.settings(tmp_path_factory.mktemp("sentences"))
    made: dict[str, list[Text]] = {}

    def said(language: str) -> list[Text]:
        if language not in made:
            with using(language):
                made[language] = list(texts(setting_in(language)))
        return made[language]

    return said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_keeps_the_rules(said: Said, language: str) -> None:
    broken = {
        f"{text.place}: {text.text}": found
        for text in said(language)
        if (found := faults(text, language))
    }
    assert broken == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_hold_every_sentence(said: Said, language: str) -> None:
    """Where words changed on purpose: ``python -m tests.sentences``, and read the diff."""
    files = written(said(language))
    kept = {path.name for path in (ROOT / language).glob("*.txt")}
    assert kept == set(files)
    for name, content in files.items():
        assert (ROOT / language / name).read_text(encoding="utf-8") == content, name


#: What was once said, and is found.
FAULTS = [
    ("tr", "Programın %18,4 kadarı.", "about"),
    ("tr", "Programın %18,4'i.", "suffix"),
    ("tr", "Programın %50'ı.", "suffix"),
    ("tr", "46.000.000 TL'sı 2024'da.", "suffix"),
    ("tr", "En büyük tutar 4.098.990.000 TL (%100,0) ile.", "a part told as all"),
    ("tr", "Payı %100,0 olan.", "a rounded share told as exact"),
    ("tr", "2025 için karşılaştırılabilen 0 hedefin 0 tanesi.", "a count of zero"),
    ("tr", "“x” araması 0 satır buldu.", "a count of zero"),
    ("tr", "16.100.000.000 TL tutarın tamamı.", "an amount that is called an amount"),
    ("tr", "2025 programında, 1. hedef altında, 5 TL.", "name"),
    ("tr", "Mecliste 70 üye var.", "year"),
    ("tr", "2025 planında 26958800000 TL.", "an uncut number"),
    ("tr", "2025 planında None TL.", "a value that is none"),
    ("tr", "2025 planında yazan: ad..", "print"),
    ("tr", "2025 planında yazan “ad.”: 5 TL", "sentence"),
    ("tr", "2025 planında yazan “ad: 5 TL.", "quotation marks"),
    ("tr", "2025 planında yazan (ad: 5 TL.", "brackets"),
    ("en", "In 2025 the document says satır 5.", "Turkish in English"),
    ("en", "In 2025'te something.", "Turkish in English"),
    ("en", "The 2025 programme has 1 activities.", "one of many"),
    ("en", "In the 2025 programme, under goal 1 all is well.", "name"),
    ("en", "All of it (100.0%) in 2025.", "a part told as all"),
]


@pytest.mark.parametrize(("language", "text", "rule"), FAULTS)
def test_a_rule_finds_its_fault(language: str, text: str, rule: str) -> None:
    found = faults(Text("f", "p", Role.SENTENCE, text), language)
    assert rule in {fault.partition(":")[0] for fault in found}


@pytest.mark.parametrize(
    ("query", "text", "rule"),
    [
        ({"olcu": "kisi"}, "2025 programında 5 TL ayrılmış.", "measure"),
        ({"tur": "butce-disi"}, "2025 programında 900.000.000 TL tutarındaki toplam.", "fund"),
        ({"hedef": "1"}, "2025 programında 5 TL ayrılmış.", "subject"),
        ({"birim": "itfaiye"}, "2025 programında birimin 46.000.000 TL'si var.", "subject"),
    ],
)
def test_a_figures_sentence_names_subject_and_measure(
    query: dict[str, str], text: str, rule: str
) -> None:
    found = faults(Text("butce", "p", Role.SENTENCE, text, (), query), "tr")
    assert rule in {fault.partition(":")[0] for fault in found}


def test_a_sound_sentence_has_no_fault() -> None:
    text = "2025 planının %18,4'ü, %50'si, %100'ü; 46.000.000 TL'nin 5.000.000 TL'si 2024'te (ad)."
    assert faults(Text("f", "p", Role.SENTENCE, text), "tr") == []
