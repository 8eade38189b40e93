// Exercise 4.31 · One
// Section 4.13: a
