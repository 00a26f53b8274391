"""Search: what was found with its answer, plain answers to questions, suggestions while typing."""
