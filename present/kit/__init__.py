"""What every room uses: text, numbers in words, tables, theme, addresses, what is kept."""
