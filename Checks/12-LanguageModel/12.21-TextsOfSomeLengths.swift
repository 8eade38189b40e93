import Exercises12
import Practice
import Solutions12
import Tensors

let textsOfSomeLengths = Check(
    "12.21",
    answer(
        "penalties(raw:dropped:lengths:alpha:beta:)", Exercises12.penalties(raw:dropped:lengths:alpha:beta:),
        Solutions12.penalties(raw:dropped:lengths:alpha:beta:))
) { penalties in
    var random = SplitMix64(seed: 1221)
    for lengths in [[3, 3], [3, 1], [2, 0], [1, 1], [0, 0], [0, 3]] {
        for (alpha, beta) in [(2, 1), (0.5, 3), (1, 0), (0, 1)] as [(Float, Float)] {
            let (a, b) = (Tensor.randn(2, 3, 2, using: &random), Tensor.randn(2, 3, 2, using: &random))
            // What stands behind a text is large.
            let isReal = Tensor.arange(3).reshaped(1, 3, 1) .< Tensor(lengths.map { Float($0) }).reshaped(2, 1, 1)
            let mask = Tensor(isReal).expanded(to: [2, 3, 2])
            let (raw, dropped) = (a * mask + 1000 * (1 - mask), b * mask - 1000 * (1 - mask))
            let leaves = [raw.requiringGrad(), dropped.requiringGrad()]
            let found = try penalties(leaves[0], leaves[1], lengths, alpha, beta)

            // The same by hand, number by number.
            var (squares, jumps): ([Float], [Float]) = ([], [])
            for (text, length) in lengths.enumerated() {
                for step in 0..<length {
                    for unit in 0..<2 {
                        let now = raw[text, step, unit].item
                        let left = dropped[text, step, unit].item
                        squares.append(left * left)
                        if step > 0 { jumps.append((now - raw[text, step - 1, unit].item).square) }
                    }
                }
            }
            try expectClose(found, Tensor(alpha * mean(squares) + beta * mean(jumps)), tolerance: 1e-4)
            guard squares.count > 0, alpha != 0 || !jumps.isEmpty else { continue }
            found.value.backward()
            let filling = found.its("largest gradient of what stands behind the texts") { _ in
                leaves.map { $0.grad.map { ($0 * (1 - mask)).abs().max().item } ?? 0 }.max()!
            }
            try expectEqual(filling, 0)
            if alpha != 0 {
                let expected = 2 * alpha / Float(squares.count) * dropped * mask
                try expectClose(found.its("gradient of dropped") { _ in leaves[1].grad! }, expected, tolerance: 1e-4)
            }
        }
    }
    // A single step, in a batch of its own.
    try expectClose(penalties(.ones(2, 1, 3), 2 * .ones(2, 1, 3), [1, 1], 1, 1), Tensor(4))
}

private func mean(_ numbers: [Float]) -> Float {
    numbers.isEmpty ? 0 : numbers.reduce(0, +) / Float(numbers.count)
}

extension Float {
    fileprivate var square: Float { self * self }
}
