import Foundation

/// Ends the program where memory cannot be had: a message, and no stack of frames that are not to blame.
/// - Parameters:
///   - need: what could not be had, as a sentence.
///   - advice: what to try.
func endOutOfMemory(_ need: String, try advice: String) -> Never {
    fflush(nil)
    try? FileHandle.standardError.write(contentsOf: Data("out of memory: \(need)\n  try: \(advice)\n".utf8))
    // At a usual exit OpenBLAS waits for its own threads, and they wait for memory.
    _exit(EXIT_FAILURE)
}
