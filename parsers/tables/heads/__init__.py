"""Column heads: found in whichever way the page printed them, broken, divided or without a task."""
