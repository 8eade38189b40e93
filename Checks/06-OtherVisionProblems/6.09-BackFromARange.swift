import Chapter06
import Exercises06
import Foundation
import Practice
import Solutions06
import Tensors

let beforeTheRange = Check(
    "6.9",
    answer(
        "beforeTheRange(_:low:high:)", Exercises06.beforeTheRange(_:low:high:), Solutions06.beforeTheRange(_:low:high:))
) { before in
    try expectClose(try before([0, 0.5, -0.5], -1, 1), [0, log(3), -log(3)])
    try expectClose(try before([2.75, 5], 0, 5.5), [0, log(10)])
    try expectClose(try before([], -1, 1), [])
    // There and back again, also where the range is not around zero.
    let inputs: [Double] = [-6, -2, -0.3, 0, 1, 4]
    for (low, high) in [(-1, 1), (-1.1, 1.1), (0, 5.5), (3, 4), (-8, -2)] as [(Double, Double)] {
        let outputs = inputs.map { low + (high - low) / (1 + exp(-$0)) }
        try expectClose(try before(outputs, low, high), inputs, tolerance: 1e-6)
    }
    let ends = try before([-1, 1, -3, 7], -1, 1)
    try expect(ends, "-infinity, infinity, -infinity, infinity") {
        $0 == [-.infinity, .infinity, -.infinity, .infinity]
    }
}
