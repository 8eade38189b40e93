import Exercises12
import Foundation
import Practice
import Solutions12

private typealias Model = ([Int]) -> [Double]
private typealias Search = @Sendable (@escaping Model, [Int], Int, Int) throws -> (words: [Int], sum: Double)

let beamSearch = Check(
    "12.24",
    answer(
        "beamSearch(_:from:width:steps:)", naming(Exercises12.beamSearch(_:from:width:steps:) as Search),
        naming(Solutions12.beamSearch(_:from:width:steps:) as Search))
) { search in
    // What is asked of the model, and how often.
    var asked: [[Int]] = []
    let counted = Named<Model>("a model that notes what it is asked") { words in
        asked.append(words)
        return [log(0.5), log(0.3), log(0.2)]
    }
    let narrow = try search(counted, [4, 7], 1, 3).noting("the beginning and the words so far, once a step")
    try expectEqual(narrow.its("calls") { _ in asked }, [[4, 7], [4, 7, 0], [4, 7, 0, 0]])

    // After 0 the word 1 looks better, but what follows 2 is certain.
    let trap = Named<Model>("a model with a trap") { words in
        switch words.last! {
        case 0: [0.0, 0.6, 0.4].map { log($0) }
        case 1: [0.3, 0.35, 0.35].map { log($0) }
        default: [1.0, 0.0, 0.0].map { log($0) }
        }
    }
    func expect(
        _ found: Found<(words: [Int], sum: Double)>, _ words: [Int], _ probability: Double, _ remark: String
    ) throws {
        try expectEqual(found.noting(remark).its("words", \.words), words)
        try expectClose(
            found.noting("log \(probability)").its("sum", \.sum), log(probability), tolerance: 1e-9)
    }
    try expect(search(trap, [0], 3, 1), [1], 0.6, "one step: the likeliest word")
    try expect(
        search(trap, [0], 1, 2), [1, 1], 0.21, "a beam of one sees only what follows 1; of equal ones, the lower word")
    try expect(search(trap, [0], 2, 2), [2, 0], 0.4, "0.6 · 0.35 is less than 0.4 · 1, and a beam of two keeps both")
    try expect(search(trap, [5, 0], 50, 2), [2, 0], 0.4, "more than there are: all are kept")
    try expect(search(trap, [0], 3, 0), [], 1, "no step, no words")

    // Equal ones: the earlier beginning, then the lower word.
    let even = Named<Model>("a model that does not care") { _ in [log(0.5), log(0.5)] }
    try expect(search(even, [0], 3, 4), [0, 0, 0, 0], 0.0625, "all are equal: the first of all")
    let undecided = Named<Model>("a model that is sure only after 0, 1") { words in
        words.count == 3 && words[1...] == [0, 1] ? [0, -.infinity] : [log(0.5), log(0.5)]
    }
    try expect(
        search(undecided, [0], 2, 3), [0, 1, 0], 0.25,
        "after two steps all four are equal, and the two that begin with 0 are kept")

    // Probabilities that depend on all words: with a wide beam it is the best of all continuations.
    let odd = Named<Model>("a model of three words") { words in
        let key = words.reduce(7) { ($0 * 31 + $1 * 17 + 5) % 101 }
        let weights = [key % 7 + 1, key % 5 + 1, key % 3 + 1].map { Double($0) }
        return weights.map { log($0 / weights.reduce(0, +)) }
    }
    for steps in 1...4 {
        var all: [(words: [Int], sum: Double)] = [([], 0)]
        for _ in 0..<steps {
            all = all.flatMap { words, sum in
                odd.value([2] + words).enumerated().map { (words + [$0], sum + $1) }
            }
        }
        let best = all.map(\.sum).max()!
        let found = try search(odd, [2], 81, steps).noting("a beam that is wide enough for all")
        try expectClose(found.its("sum", \.sum), best, tolerance: 1e-9)
        let sum = found.value.words.indices.reduce(0.0) { sum, place in
            sum + odd.value([2] + found.value.words[..<place])[found.value.words[place]]
        }
        try expectClose(found.its("sum of the logarithms of its words") { _ in sum }, found.value.sum, tolerance: 1e-9)
    }

    asked = []
    let wide = try search(counted, [4], 2, 3).noting("once for each continuation that is kept")
    try expectEqual(wide.its("number of calls") { _ in asked.count }, 1 + 2 + 2)
}
