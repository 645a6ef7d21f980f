"""Rows read as tasks: fields by column, numbers, headings, and what merged cells above give."""
