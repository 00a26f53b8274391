"""Controls whose value lives in the address, and nowhere else.

On every run a control takes its value from the address; when a visitor changes it, the address
changes and the page follows. So the back button, a shared address and a control always agree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

import streamlit as st

from pages.parts.visit import setting
from present.kit import address
from present.kit.text import t

C = TypeVar("C")

Label = Callable[[str], str]

_NOTHING = ""


class Controls(Generic[C]):
    """The choices of one page, read from the address, and the controls that change them.

    ``path`` is the page's own address (``/butce``); ``known`` the allowed codes of fields whose
    codes come from the data.
    """

    def __init__(
        self, path: str, kind: type[C], known: Mapping[str, Collection[str]] | None = None
    ) -> None:
        self.path, self._kind = path, kind
        parsed = address.parse(kind, st.query_params, known)
        # The address bar says what the page does. What is set is our own spelling already when
        # the page runs again, so this comes to an end.
        for name, text in address.spelled(kind, st.query_params, known).items():
            if st.query_params[name] != text:
                st.query_params[name] = text
        self.choices: C = parsed.choices
        self.dropped = parsed.dropped

    def notice(self) -> None:
        """Say kindly which parts of the address were not understood; nothing otherwise."""
        if self.dropped:
            st.info(t("common.dropped_choices", names=", ".join(self.dropped)))

    def link(self, **changes: Any) -> str:
        """The address of this page with some choices changed."""
        return setting().link(self.path, replace(self.choices, **changes))  # type: ignore[type-var]

    def change(self, **changes: Any) -> None:
        """Put changed choices into the address; for callbacks."""
        self._put(replace(self.choices, **changes))  # type: ignore[type-var]

    def reset(self) -> None:
        """Put all choices back to their defaults; for callbacks."""
        self._put(self._kind())

    def select(
        self,
        name: str,
        label: str,
        options: Sequence[str],
        write: Label,
        *,
        empty: str | None = None,
    ) -> None:
        """A list to choose one code from. ``empty`` names the choice of nothing (``None``)."""
        # The widget's own "nothing" would show an English placeholder: an empty code stands in.
        items = ([_NOTHING] if empty is not None else []) + list(options)
        st.selectbox(
            label,
            items,
            key=self._prepare(name),
            format_func=lambda code: (empty or "") if code == _NOTHING else write(code),
            on_change=self._changed,
            args=(name,),
        )

    def segmented(
        self,
        name: str,
        label: str,
        options: Sequence[str],
        write: Label,
        *,
        label_visibility: Any = "visible",
        clears: Sequence[str] = (),
    ) -> None:
        """A row of buttons of which one is on; a change puts the fields ``clears`` back."""
        st.segmented_control(
            label,
            list(options),
            key=self._prepare(name),
            format_func=write,
            required=True,
            on_change=self._changed,
            args=(name, clears),
            label_visibility=label_visibility,
        )

    def pills(self, name: str, label: str, options: Sequence[str], write: Label) -> None:
        """A row of buttons of which any number is on; the field is a tuple of codes."""
        st.pills(
            label,
            list(options),
            selection_mode="multi",
            key=self._prepare(name),
            format_func=write,
            on_change=self._changed,
            args=(name,),
        )

    def text(self, name: str, label: str, placeholder: str = "") -> None:
        """A field for free text, as a search."""
        st.text_input(
            label,
            key=self._prepare(name),
            placeholder=placeholder or None,
            max_chars=address.MAX_TEXT,
            on_change=self._changed,
            args=(name,),
        )

    def _key(self, name: str) -> str:
        return f"{self.path}:{name}"

    def _prepare(self, name: str) -> str:
        value = getattr(self.choices, name)
        key = self._key(name)
        value = _NOTHING if value is None else value
        st.session_state[key] = list(value) if isinstance(value, tuple) else value
        return key

    def _changed(self, name: str, clears: Sequence[str] = ()) -> None:
        value = st.session_state[self._key(name)]
        if isinstance(value, list):
            value = tuple(value)
        if value == _NOTHING and self._kind.__dataclass_fields__[name].default is None:  # type: ignore[attr-defined]
            value = None
        usual = self._kind.__dataclass_fields__  # type: ignore[attr-defined]
        self.change(**{field: usual[field].default for field in clears}, **{name: value})

    def _put(self, choices: C) -> None:
        own = address.query(choices)
        names = address.parameters(self._kind)
        others = {name: value for name, value in st.query_params.items() if name not in names}
        st.query_params.from_dict({**others, **own})
