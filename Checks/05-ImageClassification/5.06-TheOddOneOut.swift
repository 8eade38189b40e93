import Exercises05
import Practice
import Solutions05
import Tensors

let theOddOneOut = Check(
    "5.6", answer("collated(_:)", Exercises05.collated(_:), Solutions05.collated(_:))
) { collated in
    func expectOdd(_ shapes: [[Int]], _ odd: Int) throws {
        let found = try collated(shapes.map { Tensor.zeros($0) })
        try expectEqual(found.its("odd") { $0.odd }, odd)
        try expect(found.its("batch") { $0.batch?.shape }, "nil", found: "a batch") { $0 == nil }
    }
    // The book's four.
    try expectOdd([[3, 500, 375], [3, 375, 500], [3, 333, 500], [3, 375, 500]], 0)
    try expectOdd([[3, 4, 4], [3, 4, 4], [3, 4, 5], [3, 4, 4]], 2)
    try expectOdd([[3, 4, 5], [3, 4, 4], [3, 4, 4]], 0)
    try expectOdd([[3, 4, 4], [3, 5, 5]], 1)
    try expectOdd([[3, 4, 4], [3, 5, 5], [3, 5, 5], [3, 4, 4]], 1)
    try expectOdd([[1, 4, 4], [3, 4, 4], [3, 4, 4]], 0)

    var random = SplitMix64(seed: 56)
    let pictures = (0..<3).map { _ in Tensor.randn(3, 4, 6, using: &random) }
    let found = try collated(pictures)
    guard let batch = found.value.batch else {
        throw WrongAnswer(given: found.call, expected: "a batch", found: "nil")
    }
    try expectEqual(found.its("odd") { $0.odd }, nil)
    try expectEqual(Found(found.call, batch).its("shape") { $0.shape }, [3, 3, 4, 6])
    for (place, picture) in pictures.enumerated() {
        try expectClose(Found(found.call, batch).its("picture \(place)") { $0[place] }, picture)
    }
    try expectEqual(try collated([pictures[0]]).its("shape of a batch of one") { $0.batch?.shape }, [1, 3, 4, 6])
    try expectEqual(try collated([]).its("odd") { $0.odd }, nil)
    try expect(try collated([]).its("batch") { $0.batch?.shape }, "nil", found: "a batch") { $0 == nil }
}
