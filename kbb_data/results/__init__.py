"""Results of a programme: what came of its indicators and its money, document by document."""
