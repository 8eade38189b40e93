// A placeholder, until the first exercise is here.
