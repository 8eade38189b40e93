import Exercises17
import Practice
import Solutions17
import Tensors

private typealias Lost = @Sendable (Tensor, [Tensor]) throws -> (overflow: Int?, zero: Int?)

let lostNumbers = Check(
    "17.17",
    answer(
        "lostNumbers(_:through:)", Exercises17.lostNumbers(_:through:) as Lost,
        Solutions17.lostNumbers(_:through:) as Lost)
) { lostNumbers in
    let one = Tensor([[1]])
    let plain: [(x: Tensor, weights: [Float], overflow: Int?, zero: Int?)] = [
        (one, [1e30, 1e30], 2, nil), (Tensor([[5]]), [0], nil, 1), (one, [], nil, nil), (one, [2, -3], nil, nil),
        (Tensor([[.infinity]]), [1], 0, nil), (Tensor([[.nan]]), [], 0, nil), (.zeros(2, 1), [7], nil, 0),
        (one, [1e-30, 1e-30], nil, 2), (one, [1e30, 1e30, 0], 2, nil), (one, [0, 1], nil, 1),
        (.zeros(0, 1), [1], nil, nil), (Tensor([[0], [1]]), [1, 0x1p-133, 1e-20], nil, 3),
        (Tensor([[0], [1]]), [0, .infinity], 2, 1),
    ]
    for (x, weights, overflow, zero) in plain {
        let found = try lostNumbers(x, weights.map { Tensor([[$0]]) })
        try expectEqual(found.its("overflow", \.overflow), overflow)
        try expectEqual(found.its("zero", \.zero), zero)
    }
    // The book's experiments A, B and C.
    var random = SplitMix64(seed: 1717)
    for (scale, overflow, zero) in [(1, 37...41, nil), (0.01, nil, 45...48), (0.1, nil, nil)]
        as [(Float, ClosedRange<Int>?, ClosedRange<Int>?)]
    {
        let weights = (0..<50).map { _ in Tensor.randn(100, 100, using: &random) * scale }
        let found = try lostNumbers(.randn(20, 100, using: &random), weights).noting("weights of size \(scale)")
        for (event, range) in [(found.its("overflow", \.overflow), overflow), (found.its("zero", \.zero), zero)] {
            try expect(event, range.map { "a layer from \($0.lowerBound) to \($0.upperBound)" } ?? "nil") { layer in
                range.map { layer != nil && $0.contains(layer!) } ?? (layer == nil)
            }
        }
    }
}
