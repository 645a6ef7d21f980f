"""Tables whose cells were broken at the widths of their columns, the pieces joined by blanks or printed one a line."""
