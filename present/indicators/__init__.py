"""The performance indicators: actual, estimate, target and what the target asks."""
