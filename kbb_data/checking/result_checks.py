"""The checks of results: they run where a dataset holds documents of results, and are nowhere else.

A plan alone has none of them, so that nobody reads of a comparison that could not be made.
"""

from __future__ import annotations

from kbb_data.checking import appropriations, results
from kbb_data.checking.run import Check

RESULT_CHECKS: tuple[Check, ...] = (
    Check(
        "result-rates",
        "Gerçekleşmeler: yazılan oranlar ile tutarlar",
        appropriations.rates,
        ("appropriations",),
    ),
    Check(
        "result-net",
        "Gerçekleşmeler: net ödenek ile başlangıç ödeneği, eklenen ve düşülen",
        appropriations.nets,
        ("appropriations",),
    ),
    Check(
        "result-parts",
        "Gerçekleşmeler: kodların toplamı ile yazılan toplam",
        appropriations.parts,
        ("appropriations",),
    ),
    Check(
        "result-classifications",
        "Gerçekleşmeler: ekonomik ile fonksiyonel sınıflandırma",
        appropriations.classifications,
        ("appropriations",),
    ),
    Check(
        "result-statements",
        "Gerçekleşmeler: aynı belgenin iki yerindeki aynı tutar",
        appropriations.statements,
        ("appropriations",),
    ),
    Check(
        "result-months",
        "Gerçekleşmeler: ayların toplamı ile dönemin tutarı",
        appropriations.months,
        ("appropriations", "monthly_amounts"),
    ),
    Check(
        "result-documents",
        "Gerçekleşmeler: iki belgedeki aynı tutar (düzeltme ya da revizyon)",
        appropriations.documents,
        ("appropriations",),
    ),
    Check(
        "result-values",
        "Gerçekleşmeler: iki belgedeki aynı gösterge değeri (düzeltme ya da revizyon)",
        results.values,
        ("indicator_results",),
    ),
    Check(
        "result-targets",
        "Gerçekleşmeler: belgede yinelenen hedef ile programdaki hedef",
        results.targets,
        ("indicator_results",),
    ),
    Check(
        "result-readings",
        "Gerçekleşmeler: gösterge değerlerinin okunması",
        results.readings,
        ("indicator_results",),
    ),
    Check(
        "result-leaps",
        "Gerçekleşmeler: hedefin on katı ya da onda biri olan değerler",
        results.leaps,
        ("indicator_results",),
    ),
    Check(
        "result-reasons",
        "Gerçekleşmeler: hedeften sapmanın nedeni",
        results.reasons,
        ("indicator_results",),
    ),
    Check(
        "result-indicators",
        "Gerçekleşmeler: bildirilen göstergeler ile programdaki göstergeler",
        results.reported,
        ("documents",),
    ),
    Check(
        results.ADDED,
        "Gerçekleşmeler: belgede bildirilip programda olmayan göstergeler",
        results.added,
        ("documents",),
    ),
)
