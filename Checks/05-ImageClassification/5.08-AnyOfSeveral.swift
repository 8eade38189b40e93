import Exercises05
import Foundation
import Practice
import Solutions05

let anyOfSeveral = Check(
    "5.8", answer("lossOfAny(of:_:)", Exercises05.lossOfAny(of:_:), Solutions05.lossOfAny(of:_:))
) { loss in
    // The book's six pictures, one right class each.
    let pairs = [
        [0.6734, 0.2576], [0.4689, 0.4607], [-2.2457, -0.3727], [4.4164, -1.2760], [0.9233, 0.5347], [1.0698, 1.6187],
    ]
    let losses = [0.5067, 0.6973, 2.0160, 5.6958, 0.9062, 1.0048]
    for (row, target) in [0, 1, 0, 1, 1, 0].enumerated() {
        try expectClose(loss([target], pairs[row]), losses[row], tolerance: 1e-4)
    }
    try expectClose(loss([1, 2], [0, 0, 0, 0]), log(2), tolerance: 1e-9)
    try expectClose(loss([0, 2], [0.02, -2.49, 1.25]), 0.018212, tolerance: 1e-4)
    try expectClose(loss([0, 1, 2], [3, -1, 2]), 0, tolerance: 1e-9)
    // Far behind, far ahead, and both far from 0.
    try expectClose(loss([0], [0, 2000]), 2000, tolerance: 1e-9)
    try expectClose(loss([0, 2], [0, 2000, 0]), 2000 - log(2), tolerance: 1e-9)
    try expectClose(loss([1], [0, 2000]), 0, tolerance: 1e-9)
    try expectClose(loss([0, 1], [-3000, -3000, -3000, -3000]), log(2), tolerance: 1e-9)
    for (right, x) in [(Set<Int>(), [1.0, 2]), ([2], [1, 2]), ([-1], [1, 2]), ([0, 5], [1, 2]), ([0], [])] {
        try expect(loss(right, x), "nil") { $0 == nil }
    }
}
