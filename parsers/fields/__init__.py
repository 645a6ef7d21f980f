"""What a head, a label or a clause says of a task: which field it names, and what the fields without a package hold."""
