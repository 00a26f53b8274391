"""The dataset as others take it away: files, descriptions for machines, and the API's answers.

Nothing here knows addresses of a server or Streamlit; ``present.web.files`` and ``present.web.api``
serve what is made here.
"""
