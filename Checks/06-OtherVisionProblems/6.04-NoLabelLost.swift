import Exercises06
import Practice
import Solutions06
import Tensors

let noLabelLost = Check(
    "6.4",
    answer("placesToJudge(_:count:)", Exercises06.placesToJudge(_:count:), Solutions06.placesToJudge(_:count:))
) { placesToJudge in
    try expectEqual(placesToJudge([["cat"], ["cat", "dog"], ["cat"], []], 3), [0, 2, 3])
    try expectEqual(placesToJudge([["cat"], ["cat", "dog"], ["cat"], []], 2), [0, 2])
    try expectEqual(placesToJudge([["cat"], ["cat", "dog"], ["cat"], []], 0), [])
    // The last one of a label stays, wherever it is.
    try expectEqual(placesToJudge([["a"], ["a"], ["a"]], 5), [0, 1])
    try expectEqual(placesToJudge([["a", "b"], ["b"], ["a"], ["b", "a"]], 5), [0, 1, 2])
    try expectEqual(placesToJudge([[], [], ["x"]], 5), [0, 1])
    try expectEqual(placesToJudge([], 2), [])
    var random = SplitMix64(seed: 604)
    let names = ["a", "b", "c", "d", "e"]
    let photos = (0..<40).map { _ in names.filter { _ in random.next() % 3 == 0 } }
    var left = Dictionary(photos.joined().map { ($0, 1) }, uniquingKeysWith: +)
    var expected: [Int] = []
    for (place, labels) in photos.enumerated() where expected.count < 39 && labels.allSatisfy({ left[$0]! > 1 }) {
        expected.append(place)
        for label in labels { left[label]! -= 1 }
    }
    try expectEqual(placesToJudge(photos, 39), expected)
}
