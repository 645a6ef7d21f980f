"""``notice-parse check``: notices and record files looked at, and what was found reported."""
