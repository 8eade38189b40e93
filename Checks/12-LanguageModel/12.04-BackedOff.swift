import Chapter12
import Datasets
import Exercises12
import Practice
import Solutions12

let backedOff = Check(
    "12.4",
    answer(
        "predictedByTables(_:samples:longest:)", Exercises12.predictedByTables(_:samples:longest:),
        Solutions12.predictedByTables(_:samples:longest:))
) { predicted in
    let samples: [(words: [Int], next: Int)] = [
        ([1, 2], 3), ([1, 2], 3), ([1, 2], 4), ([5, 2], 4), ([6, 2], 4), ([7, 8], 9), ([7, 8], 6), ([0, 8], 4),
    ]
    // Known pairs, a tie, a known last word, nothing known.
    try expectEqual(predicted([[1, 2], [7, 8], [9, 2], [3, 8], [2, 1]], samples, 2), [3, 6, 4, 4, 4])
    try expectEqual(predicted([[1, 2], [7, 8], [2, 1]], samples, 1), [4, 4, 4])
    try expectEqual(predicted([[9, 9, 9, 1, 2]], samples, 2), [3])
    try expectEqual(predicted([[5], [6]], [(words: [5], next: 7)], 1), [7, 7])
    try expectEqual(predicted([], samples, 2), [])

    let vocabulary = WordVocabulary(HumanNumbers.tokens)
    let stream = try vocabulary.numericalized(HumanNumbers.tokens.prefix(6_000))
    let all = threeWordSamples(stream)
    let found = try predicted(all[1_600...].map(\.words), Array(all[..<1_600]), 3)
    try expectEqual(found.its("those that are right") { zip($0, all[1_600...]).count { $0 == $1.next } }, 101)
}
