"""The council: members, committees, officers and what each oversees."""
