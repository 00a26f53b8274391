"""The years of one institution's programmes beside each other."""
