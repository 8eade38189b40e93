import Chapter12
import Exercises12
import Practice
import Solutions12
import Tensors

private typealias Step =
    @Sendable ([Float], [Float], [Float], PlainGate, PlainGate, PlainGate, PlainGate) throws
    -> (h: [Float], c: [Float])

let plainLSTM = Check(
    "12.18",
    answer(
        "plainLSTMStep(x:h:c:forget:input:value:output:)",
        Exercises12.plainLSTMStep(x:h:c:forget:input:value:output:) as Step,
        Solutions12.plainLSTMStep(x:h:c:forget:input:value:output:) as Step)
) { plainLSTMStep in
    let half = PlainGate(weights: [[0.5, 0.5]], biases: [0])
    let first = try plainLSTMStep([1], [0], [0], half, half, half, half)
    try expectClose(first.its("h", \.h), [0.1742697])
    try expectClose(first.its("c", \.c), [0.2876491])
    let second = try plainLSTMStep([1], first.value.h, first.value.c, half, half, half, half)
    try expectClose(second.its("h", \.h), [0.3090589])
    try expectClose(second.its("c", \.c), [0.5241157])

    var random = SplitMix64(seed: 1218)
    for (inputs, hidden) in [(3, 2), (1, 4), (0, 3), (5, 5)] {
        let gates = (0..<4).map { _ in
            (Tensor.randn(hidden, hidden + inputs, using: &random), Tensor.randn(hidden, using: &random))
        }
        let plain = gates.map { weights, biases in
            PlainGate(
                weights: (0..<hidden).map { weights[$0].scalars }, biases: biases.scalars)
        }
        let x = Tensor.randn(inputs, using: &random)
        let (h, c) = (Tensor.randn(hidden, using: &random), Tensor.randn(hidden, using: &random))
        let found = try plainLSTMStep(x.scalars, h.scalars, c.scalars, plain[0], plain[1], plain[2], plain[3])
        let both = Tensor.cat([h, x]).unsqueezed(0)
        let sums = gates.map { both.linear($0, $1).squeezed(0) }
        let cell = sums[0].sigmoid() * c + sums[1].sigmoid() * sums[2].tanh()
        try expectClose(found.its("c", \.c), cell.scalars)
        try expectClose(found.its("h", \.h), (sums[3].sigmoid() * cell.tanh()).scalars)
    }
}
