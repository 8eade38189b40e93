import Exercises12
import Layers
import Practice
import Solutions12
import Tensors

/// All arguments of the answer.
private struct Pass {
    var tokens: IntTensor
    var table, bias: Tensor
    var layers: [RecurrentWeights]
    var wordMask, inputMask: Tensor
    var weightMasks, hiddenMasks: [Tensor]
    var outputMask: Tensor
}

private typealias Results = (scores: Tensor, raw: Tensor, dropped: Tensor)
private typealias Forward = @Sendable (Pass) throws -> Results

private let readers: Forward = {
    try Exercises12.awdForward(
        $0.tokens, table: $0.table, bias: $0.bias, layers: $0.layers, wordMask: $0.wordMask, inputMask: $0.inputMask,
        weightMasks: $0.weightMasks, hiddenMasks: $0.hiddenMasks, outputMask: $0.outputMask)
}
private let ours: Forward = {
    try Solutions12.awdForward(
        $0.tokens, table: $0.table, bias: $0.bias, layers: $0.layers, wordMask: $0.wordMask, inputMask: $0.inputMask,
        weightMasks: $0.weightMasks, hiddenMasks: $0.hiddenMasks, outputMask: $0.outputMask)
}

let awdLSTMLineByLine = Check("12.26", Answer(readers, ours)) { forward in
    var random = SplitMix64(seed: 1226)
    for widths in [[4], [6, 4], [5, 3, 4]] {
        // First all masks are ones, then one kind after the other drops something, then all of them do.
        for kind in ["nothing", "words", "input", "weights", "hidden", "output", "everything"] {
            let table = Parameter(.randn(7, 4, using: &random))
            let cells = zip([4] + widths, widths).map { LSTMCell($0, $1, using: &random) }
            func mask(_ name: String, _ shape: [Int]) -> Tensor {
                let ones = Tensor.ones(shape)
                return kind == name || kind == "everything" ? ones.dropout(0.5, using: &random) : ones
            }
            let pass = Pass(
                tokens: IntTensor([[0, 3, 3, 6, 1], [2, 0, 5, 4, 4]]), table: table.value,
                bias: .randn(7, using: &random), layers: cells.map(\.weights), wordMask: mask("words", [7]),
                inputMask: mask("input", [2, 4]),
                weightMasks: cells.map { mask("weights", $0.hiddenWeight.shape) },
                hiddenMasks: widths.dropLast().map { mask("hidden", [2, $0]) }, outputMask: mask("output", [2, 4]))
            let text = "awdForward(…), hidden sizes \(widths), masks that drop \(kind)"
            let found = Found(text, try asking(text) { try forward(pass) })
            let expected = byHand(pass)
            try expectClose(found.its("raw", \.raw), expected.raw)
            try expectClose(found.its("dropped", \.dropped), expected.dropped)
            try expectClose(found.its("scores", \.scores), expected.scores)
            if kind == "nothing" {
                try expectClose(found.its("dropped, against raw", \.dropped), found.value.raw)
            }
            // Both uses of the table have a part in its gradient.
            found.value.scores.squared().sum().backward()
            let its = table.grad
            table.grad = nil
            expected.scores.squared().sum().backward()
            try expectClose(
                found.its("gradient of the table") { _ in its ?? .zeros(7, 4) }, table.grad!, tolerance: 1e-3)
        }
    }
}

/// The same with cells, step by step and text by text.
private func byHand(_ pass: Pass) -> Results {
    var raws: [Tensor] = [], droppeds: [Tensor] = []
    for text in 0..<pass.tokens.shape[0] {
        var steps = (0..<pass.tokens.shape[1]).map { step in
            let word = pass.tokens[text, step].item
            return (pass.table[word] * pass.wordMask[word] * pass.inputMask[text]).unsqueezed(0)
        }
        for (number, weights) in pass.layers.enumerated() {
            let size = weights.hidden.shape[1]
            var (h, c) = (Tensor.zeros(1, size), Tensor.zeros(1, size))
            for step in steps.indices {
                var x = steps[step]
                if number > 0 { x = x * pass.hiddenMasks[number - 1][text] }
                let thinned = weights.hidden * pass.weightMasks[number]
                let gates = (x.linear(weights.input, weights.inputBias) + h.linear(thinned, weights.hiddenBias))
                    .chunked(4, axis: 1)
                c = gates[1].sigmoid() * c + gates[0].sigmoid() * gates[2].tanh()
                h = gates[3].sigmoid() * c.tanh()
                steps[step] = h
            }
        }
        let raw = Tensor.cat(steps)
        raws.append(raw)
        droppeds.append(raw * pass.outputMask[text])
    }
    let (raw, dropped) = (Tensor.stack(raws), Tensor.stack(droppeds))
    return (dropped.matmul(pass.table.T) + pass.bias, raw, dropped)
}
