"""Tables: heads are found, the body is cut into cells, the grid puts cells into columns, rows become records."""
