"""The pages of the dashboard: a script, a file a page, and what pages share."""
