// Nudge: What does the page's `downloadURL` do after a try that has failed, and what does `downloadImages` do after the
//   last?
// Idea: No more than the first `tries` answers of a name can matter. Which of them is the one to keep?
// Almost: The answers that matter are `answers[name, default: []].prefix(tries)`; of these, keep the first that is not
//   nil and is whole. `bytes.prefix(2) == [0xFF, 0xD8]` compares the beginning, and is false where there are fewer
//   bytes; `suffix` does the same for the end.

public func wholeFiles(
    _ names: [String], tries: Int, answers: [String: [[UInt8]?]]
) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in Set(names) {
        files[name] = answers[name, default: []].prefix(tries).compactMap { $0 }.first { bytes in
            bytes.count >= 4 && bytes.prefix(2) == [0xFF, 0xD8] && bytes.suffix(2) == [0xFF, 0xD9]
        }
    }
    return files
}
