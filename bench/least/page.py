"""One heading and one chart of eight bars."""

import streamlit as st

st.title("En küçük sayfa")
st.vega_lite_chart(
    {
        "data": {"values": [{"ad": f"Amaç {n}", "pay": n} for n in range(1, 9)]},
        "mark": "bar",
        "encoding": {
            "x": {"field": "pay", "type": "quantitative"},
            "y": {"field": "ad", "type": "nominal"},
        },
    }
)
