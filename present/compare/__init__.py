"""Two aims, goals or units side by side."""
