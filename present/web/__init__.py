"""Plain HTTP: page shells, files, API, figures, embeds, cards, briefings."""
