"""Tables whose cells are glued together without anything between them, as document-sharing sites print them."""
