"""A figure as a picture: frame, chart, text, PNG, the drawing processes and what they drew."""
