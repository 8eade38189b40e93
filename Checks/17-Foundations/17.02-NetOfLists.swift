import Exercises17
import Practice
import Solutions17
import Tensors

let netOfLists = Check(
    "17.2",
    answer(
        "netOfLists(_:_:_:_:_:)", Exercises17.netOfLists(_:_:_:_:_:), Solutions17.netOfLists(_:_:_:_:_:))
) { net in
    let apart = try net([[5, 3], [2, 6]], [[1, -1], [-1, 1]], [0, 0], [[1, 1]], [0])
    try expectEqual(apart.its("items", \.count), 2)
    try expectClose(apart.its("all numbers") { $0.flatMap { $0 } }, [2, 4])
    try expectEqual(net([], [[1]], [0], [[1]], [0]), [])
    var random = SplitMix64(seed: 172)
    func lists(_ rows: Int, _ columns: Int) -> [[Float]] {
        let x = Tensor.randn(rows, columns, using: &random)
        return (0..<rows).map { x[$0].scalars }
    }
    // Other sizes everywhere, and an output that may be negative.
    for (batch, inputs, hidden, outputs) in [(2, 3, 4, 5), (1, 1, 6, 1), (4, 5, 1, 2)] {
        let (x, w1, w2) = (lists(batch, inputs), lists(hidden, inputs), lists(outputs, hidden))
        let (b1, b2) = (lists(1, hidden)[0], lists(1, outputs)[0])
        let between = (Tensor(x).matmul(Tensor(w1).T) + Tensor(b1)).relu()
        let expected = between.matmul(Tensor(w2).T) + Tensor(b2)
        let found = try net(x, w1, b1, w2, b2)
        try expectEqual(found.its("numbers in each item") { $0.map(\.count) }, [Int](repeating: outputs, count: batch))
        try expectClose(found.its("all numbers") { $0.flatMap { $0 } }, expected.scalars)
    }
}
