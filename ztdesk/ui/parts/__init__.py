"""Small parts every page is made of; each shows what it is given and decides nothing."""
