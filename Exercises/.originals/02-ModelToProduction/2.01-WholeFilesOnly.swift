// Exercise 2.1 · Whole files only
// Section 2.2: Chapters/02-ModelToProduction/02b-FetchingThem.swift

import Practice

/// Fetches JPEG files by their names through a network that fails, and gives those that are whole.
///
/// - `fetch` asks for a file once. It gives bytes, or nil for no answer.
/// - Here nobody announces how long a file is. But a whole JPEG begins with the bytes 0xFF, 0xD8 and ends with 0xFF, 0xD9,
///   and has at least these four. Whatever else arrives counts as no answer.
/// - A file is asked for until it is whole, but at most `tries` times, and not once more after that.
/// - A name that is in the list several times is one file.
/// - Files that never arrive whole are missing in what you give; they are no reason to stop.
///
/// `tries` is at least 1.
public func wholeFiles(_ names: [String], tries: Int, fetch: (String) -> [UInt8]?) throws -> [String: [UInt8]] {
    throw Unanswered("2.1")
}
