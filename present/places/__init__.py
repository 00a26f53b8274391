"""Facilities and districts: the map, its figures and the district's page."""
