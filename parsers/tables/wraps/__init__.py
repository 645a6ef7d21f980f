"""Tables that print a cell a line and break cells over lines of one width: which lines are one cell."""
