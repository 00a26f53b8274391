"""Chart specifications that more than one room draws."""
