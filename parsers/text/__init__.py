"""The document text: its lines, pieces of them with the way back, number labels, and breaks inside a name or number."""
