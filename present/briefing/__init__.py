"""Briefings: what a council member reads of a committee, unit, aim or district before a meeting.

``parts`` selects what of the programme a briefing is about, ``questions`` asks by stated rules,
``aim``-like builders in ``build`` put it together as a ``model.Briefing``, and ``typeset`` prints
that. Everything but ``typeset`` is pure.
"""
