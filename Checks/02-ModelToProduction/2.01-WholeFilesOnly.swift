import Exercises02
import Practice
import Solutions02

/// A network that gives prepared answers, one after the other, and counts how often it was asked.
private final class PreparedNetwork {
    private var answers: [String: [[UInt8]?]]
    private(set) var asked: [String: Int] = [:]

    init(_ answers: [String: [[UInt8]?]]) { self.answers = answers }

    func fetch(_ name: String) -> [UInt8]? {
        asked[name, default: 0] += 1
        guard answers[name]?.isEmpty == false else { return nil }
        return answers[name]!.removeFirst()
    }
}

private let whole: [UInt8] = [0xFF, 0xD8, 7, 7, 0xFF, 0xD9], small: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

let wholeFilesOnly = Check(
    "2.1",
    answer(
        "the files and how often each was asked for",
        { (names: [String], tries: Int, answers: [String: [[UInt8]?]]) throws -> [String] in
            let network = PreparedNetwork(answers)
            let files = try Exercises02.wholeFiles(names, tries: tries, fetch: network.fetch)
            return network.asked.keys.sorted().map {
                "\($0): \(files[$0]?.count ?? 0) bytes, \(network.asked[$0]!) tries"
            }
        },
        { (names: [String], tries: Int, answers: [String: [[UInt8]?]]) throws -> [String] in
            let network = PreparedNetwork(answers)
            let files = try Solutions02.wholeFiles(names, tries: tries, fetch: network.fetch)
            return network.asked.keys.sorted().map {
                "\($0): \(files[$0]?.count ?? 0) bytes, \(network.asked[$0]!) tries"
            }
        })
) { files in
    try expectEqual(
        files(["a", "b"], 3, ["a": [whole], "b": [nil, small]]), ["a: 6 bytes, 1 tries", "b: 4 bytes, 2 tries"])
    // Broken off, twice; gone; too late; a page in place of a picture.
    try expectEqual(
        files(
            ["a", "b", "c", "d"], 3,
            [
                "a": [Array(whole.prefix(3)), Array(whole.prefix(5)), whole], "b": [nil, nil, nil, whole],
                "c": [[0x3C, 0x68, 0xFF, 0xD9], whole], "d": [[], [0xFF, 0xD9], [0xFF, 0xD8, 0xD9], whole],
            ]), ["a: 6 bytes, 3 tries", "b: 0 bytes, 3 tries", "c: 6 bytes, 2 tries", "d: 0 bytes, 3 tries"])
    // The same name several times, whether it arrives or not.
    try expectEqual(
        files(["a", "b", "a", "b"], 2, ["a": [whole, whole], "b": []]), ["a: 6 bytes, 1 tries", "b: 0 bytes, 2 tries"])
    try expectEqual(files([], 2, [:]), [])
}
