"""How each figure comes about from a setting and choices; pages and the registry both ask here."""
