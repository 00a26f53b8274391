"""`make mutants`: small faults planted one by one, and whether the tests notice each.

The operators are mutmut's. A mutant is never written to disk. A process that has run a module's
tests once forks for each mutant, puts the changed functions in the place of the right ones and
runs the tests again that call them. What those do not notice, and what changes more than
functions, all the module's tests are asked about in a process that imports the changed module.
"""
