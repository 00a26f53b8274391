"""The registry of figures: what an address may ask for, and in which format."""
