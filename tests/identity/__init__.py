"""What the house gives out, address by address, to hold one commit against another.

``python -m tests.identity write NEW`` records every answer and every page's elements;
``python -m tests.identity compare OLD NEW`` tells what differs. Nothing here knows a module of
ours but ``app``, so that the same script runs before and after modules are moved.
"""
