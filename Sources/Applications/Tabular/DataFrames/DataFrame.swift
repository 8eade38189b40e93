// A table of typed columns.
