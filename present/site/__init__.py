"""The pages, their addresses, what is said about the dashboard, its glossary and its search."""
