"""What was promised for each year, what was estimated of it and what came of it."""
