import Exercises08
import Foundation
import Practice
import Solutions08

let backFromARange = Check(
    "8.9",
    answer(
        "pointInRange(of:low:high:)", Exercises08.pointInRange(of:low:high:), Solutions08.pointInRange(of:low:high:))
) { point in
    let five = try point(5, 0, 5.5)
    try expect(five, "a point") { $0 != nil }
    try expectClose(five.its("x") { $0!.x }, log(10))
    try expectClose(five.its("slope") { $0!.slope }, 5.0 / 11)
    for (rating, low, high) in [(2.75, 0, 5.5), (1, 0.5, 5.5), (-2, -3, 4), (4.9, 0, 5)] as [(Double, Double, Double)] {
        let found = try point(rating, low, high)
        try expect(found, "a point") { $0 != nil }
        func range(_ x: Double) -> Double { low + (high - low) / (1 + exp(-x)) }
        let x = found.value!.x
        try expectClose(found.its("the range at x") { range($0!.x) }, rating)
        try expectClose(found.its("slope") { $0!.slope }, (range(x + 1e-4) - range(x - 1e-4)) / 2e-4, tolerance: 1e-4)
    }
    for rating in [0, 5.5, -1, 6] { try expect(point(rating, 0, 5.5), "nil") { $0 == nil } }
}
