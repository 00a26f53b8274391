"""The spending units: their money, activities, goals and results."""
