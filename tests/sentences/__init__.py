"""Every sentence that the dashboard makes of the committed programme, to be read by eye.

``corpus`` collects them, ``rules`` says what holds of each, ``tr/`` and ``en/`` hold them as text,
one file a figure, so that a change of words is seen in a diff. ``python -m tests.sentences``
writes the files anew.
"""
