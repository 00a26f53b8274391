"""How the budget was carried out: planned, net, spent and collected, as documents state it."""
