"""The least possible Streamlit application: what the dashboard's pages are measured against."""

from pathlib import Path

import streamlit as st

app = st.App(Path(__file__).resolve().parent / "page.py")
