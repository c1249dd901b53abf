"""The portal's content of the demo: articles, drawings, events, standing pages, a poll, a counter with a past.

Texts stand in tables of data; `publish` puts them into the newsroom, `past` makes the counter's past.
"""
