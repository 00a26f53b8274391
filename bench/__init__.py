"""What dashboard and importer cost. Measurements, not tests: nothing here passes or fails."""
