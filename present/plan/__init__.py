"""Strategic aims, objectives and performance goals as a tree."""
