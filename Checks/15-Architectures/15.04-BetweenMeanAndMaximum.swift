import Exercises15
import Foundation
import Practice
import Solutions15
import Tensors

let betweenMeanAndMaximum = Check(
    "15.4",
    answer("generalizedMean(_:p:)", Exercises15.generalizedMean(_:p:), Solutions15.generalizedMean(_:p:))
) { pooled in
    let two = Tensor(shape: [1, 2, 1, 2], [3, 4, 1, 1])
    try expectClose(pooled(two, 1), Tensor([[3.5, 1]]))
    try expectClose(pooled(two, 2), Tensor([[Float(12.5).squareRoot(), 1]]))
    var random = SplitMix64(seed: 1504)
    let x = Tensor.rand(3, 4, 5, 6, low: 0, high: 2, using: &random)
    try expectClose(pooled(x, 1), x.mean(axes: 2, 3), tolerance: 1e-4)
    let expected = (0..<12).map { map -> Float in
        let cells = x.scalars[map * 30..<(map + 1) * 30].map { pow(Double($0), 3) }
        return Float(pow(cells.reduce(0, +) / 30, 1.0 / 3))
    }
    try expectClose(pooled(x, 3), Tensor(shape: [3, 4], expected), tolerance: 1e-4)
    // Of 30 cells with one maximum, p = 100 is within 4 % of it.
    let maxima = x.max(axes: [2, 3]).scalars
    let high = try pooled(x, 100).its("the shares of the maxima") { zip($0.scalars, maxima).map { $0 / $1 } }
    try expect(high, "all from 0.96 to 1") { $0.allSatisfy { $0 > 0.96 && $0 < 1.0001 } }
    // Large numbers, small ones, and none.
    try expectClose(pooled(Tensor(shape: [1, 1, 1, 2], [1e6, 1e6]), 100), Tensor([[1e6]]), tolerance: 1e-3)
    try expectClose(
        pooled(Tensor(shape: [1, 1, 1, 2], [1e-6, 1e-6]), 100).its("a million times it") { $0 * 1e6 }, Tensor([[1]]),
        tolerance: 1e-3)
    try expectClose(pooled(.zeros(1, 2, 2, 2), 5), .zeros(1, 2))
    // All of them in one batch: each map has a maximum of its own.
    let mixed = Tensor(shape: [2, 2, 1, 2], [1e6, 1e6, 1e-6, 1e-6, 0, 0, 2, 2])
    let shares = try pooled(mixed, 100).its("divided by 1000000, 0.000001, 1 and 2") {
        zip($0.scalars, [1e6, 1e-6, 1, 2] as [Float]).map { $0 / $1 }
    }
    try expectClose(shares, [1, 1, 0, 1], tolerance: 1e-3)
}
