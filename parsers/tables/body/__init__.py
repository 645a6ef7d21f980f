"""The body of a table: the lines from its heads to its last row, cut into cells as printed."""
