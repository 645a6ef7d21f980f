"""What a page does to a document before anything is read: furniture, lines put together or cut apart."""
