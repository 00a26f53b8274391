"""Staff, norm positions, vehicles and machines."""
