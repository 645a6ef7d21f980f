"""The grid: which column and row each cell belongs to, by what it says and what the other rows hold."""
