"""What does not add up in the document, and the checks that looked."""
