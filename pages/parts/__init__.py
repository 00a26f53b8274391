"""What pages share: choices in the address, cached reads, and pieces of a page."""
