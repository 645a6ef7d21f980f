"""Numbered lists: the outline of a plan, its items with their clauses and label lines, and lists inside a paragraph."""
