import Exercises06
import Practice
import Solutions06

let accuracyBesideNothing = Check(
    "6.5",
    answer(
        "accuracies(_:_:threshold:)", Exercises06.accuracies(_:_:threshold:), Solutions06.accuracies(_:_:threshold:))
) { accuracies in
    func expectBoth(_ x: [[Float]], _ y: [[Bool]], _ t: Float, _ accuracy: Double, _ nothing: Double) throws {
        let found = try accuracies(x, y, t)
        try expect(found, "two shares") { $0 != nil }
        try expectClose(found.its("the accuracy") { $0!.0 }, accuracy)
        try expectClose(found.its("that of saying nothing") { $0!.1 }, nothing)
    }
    try expectBoth([[2, -1], [0.5, 3]], [[true, true], [false, true]], 0.5, 0.5, 0.25)
    // Another threshold: the sigmoid of -1 is 0.27, that of 2 is 0.88.
    try expectBoth([[2, -1], [0.5, 3]], [[true, true], [false, true]], 0.2, 0.75, 0.25)
    try expectBoth([[2, -1], [0.5, 3]], [[true, true], [false, true]], 0.9, 0.5, 0.25)
    try expectBoth([[10_000, -10_000]], [[true, false]], 0.99, 1, 0.5)
    // Not above: the sigmoid of 0 is exactly a half.
    try expectBoth([[0]], [[false]], 0.5, 1, 1)
    try expect(accuracies([], [], 0.5), "nil") { $0 == nil }
    try expect(accuracies([[]], [[]], 0.5), "nil") { $0 == nil }
    try expect(accuracies([[1, 2]], [[true]], 0.5), "nil") { $0 == nil }
    try expect(accuracies([[1], [2]], [[true, false]], 0.5), "nil") { $0 == nil }
}
