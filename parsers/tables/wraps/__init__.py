"""Tables whose cells a page broke at a width, its own or those of their columns: which pieces are one cell.

The pieces stand on lines of their own, or on one line with a blank for each break.
"""
