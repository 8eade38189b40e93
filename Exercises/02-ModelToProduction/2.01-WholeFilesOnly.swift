// Exercise 2.1 · Whole files only
// Section 2.2: Chapters/02-ModelToProduction/02b-FetchingThem.swift

import Practice

/// Fetches JPEG files by their names through a network that fails, and gives those that are whole.
///
/// - `answers` has what comes for each name when it is asked for, first, second, and so on: bytes, or nil for no
///   answer. Whoever asks more often gets no answer, and so does a name that is not there.
/// - Here nobody announces how long a file is. But a whole JPEG begins with the bytes 0xFF, 0xD8 and ends with 0xFF,
///   0xD9, and has at least these four. Whatever else arrives counts as no answer.
/// - A file is asked for until it is whole, but at most `tries` times in all, also if its name is in the list several
///   times.
/// - Files that never arrive whole are missing in what you give; they are no reason to stop.
///
/// `tries` is at least 1.
public func wholeFiles(
    _ names: [String], tries: Int, answers: [String: [[UInt8]?]]
) throws -> [String: [UInt8]] {
    throw Unanswered("2.1")
}
