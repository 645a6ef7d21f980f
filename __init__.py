"""notice-parse: task records from Chinese government notices."""

__version__ = "0.1.0"
