import Exercises01
import Foundation
import Practice
import Solutions01

let fieldOfSums = Check(
    "1.9", answer("summationField(_:)", Exercises01.summationField(_:), Solutions01.summationField(_:))
) { summationField in
    func expectField(_ series: [Double], _ expected: [[Double]]) throws {
        let found = try summationField(series)
        try expectEqual(found.its("number of rows") { $0.count }, expected.count)
        for (row, numbers) in expected.enumerated() {
            try expectClose(found.its("row \(row)") { $0[row] }, numbers, tolerance: 1e-9)
        }
    }
    try expectField([0, 1, 2], [[1, 0, -1], [0, -1, 0], [-1, 0, 1]])
    try expectField([], [])
    try expectField([7], [[-1]])
    try expectField([-3, -3], [[-1, -1], [-1, -1]])
    // Any series, beside the definition.
    let series = (0..<12).map { Double($0 * $0 % 7) - 0.3 * Double($0) }
    let (low, high) = (series.min()!, series.max()!)
    let angles = series.map { acos(max(-1, min(1, 2 * ($0 - low) / (high - low) - 1))) }
    try expectField(series, angles.map { a in angles.map { cos(a + $0) } })
    // Numbers that rounding pushes a little beyond 1 must not give NaN.
    let tiny = [0.1, 0.2, 0.3].map { $0 * 1e-17 + 1e-18 }
    let found = try summationField(tiny)
    try expect(found.its("all numbers") { $0.flatMap(\.self) }, "numbers") { $0.allSatisfy(\.isFinite) }
}
