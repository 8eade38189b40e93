#if canImport(Glibc)
    // Glibc declares `stdout` as a variable, which Swift 6 refuses to share. Nothing ever assigns to it.
    @preconcurrency import Glibc
#else
    import Darwin
#endif

/// Writes standard output line by line, as a terminal does. Otherwise what the reader printed last, and most wants to
/// see, would be lost with a crash.
func printLineByLine() {
    setvbuf(stdout, nil, _IOLBF, 0)
}
