// # Who remembers "thousand"?
//
// Section 12.11 · After this page you can look into a trained LSTM, and find a number in it that has a meaning.

import Figures
import Layers
import Notebook
import Tensors

// A gate that opens and closes at the right words: can one see it? The engine gives outputs and states, no gates. But
// we know the formulas. So run a layer step by step, as in section 12.10, and note all of them:

/// What happens in one layer of an LSTM: for every step, all gates and both states, each [1, hidden].
public struct GateRecord {
    public var input: [Tensor] = [], forget: [Tensor] = [], value: [Tensor] = [], output: [Tensor] = []
    public var cell: [Tensor] = [], hidden: [Tensor] = []

    /// Runs x [steps, inputs] through a layer whose gates lie in the engine's order, starting from zeros.
    public init(_ x: Tensor, _ weights: RecurrentWeights) {
        let count = weights.hidden.shape[1]
        var (h, c) = (Tensor.zeros(1, count), Tensor.zeros(1, count))
        for t in 0..<x.shape[0] {
            let sums =
                x[t..<t + 1].linear(weights.input, weights.inputBias) + h.linear(weights.hidden, weights.hiddenBias)
            let gates = chunk(sums, 4, axis: 1)
            input.append(gates[0].sigmoid())
            forget.append(gates[1].sigmoid())
            value.append(gates[2].tanh())
            output.append(gates[3].sigmoid())
            c = forget[t] * c + input[t] * value[t]
            h = output[t] * c.tanh()
            cell.append(c)
            hidden.append(h)
        }
    }

    /// One number of all steps.
    static func along(_ steps: [Tensor], _ unit: Int) -> [Float] { steps.map { $0.scalars[unit] } }
}

// Which of the 128 numbers of the two cell states should we look at? Ask each of them a question. In "eight thousand
// one hundred two ." the word "thousand" is said once, and for the rest of the number it matters that it was. So note
// for every word whether "thousand" has been said since the last full stop, 1 or 0. The number that goes up and down
// with that most closely is the one that remembers. How closely is measured by the *correlation*: 1 or -1 if one is a
// linear function of the other, 0 if they have nothing to do with each other. The module `Notebook` has a function
// `correlation` for that.

extension LanguageModel {
    func whoRemembersThousand() throws {
        // 600 words from the validation text, and what the model does with them:
        let model = try lstmTrainings.models[0]
        let start = try stream.lastIndex(of: 1, before: stream.count * 9 / 10) + 1
        let text = try Array(stream[start..<start + 600])
        let (words, x) = (vocabulary.words(of: text), model.embedding(IntTensor(text)))
        let layers = model.lstm.layers
        let first = noGrad { GateRecord(x, layers[0].weights) }
        let second = noGrad { GateRecord(.cat(first.hidden), layers[1].weights) }
        var (said, wasSaid) = (Float(0), [Float]())
        for word in words {
            said = word == "thousand" ? 1 : word == "." ? 0 : said
            wasSaid.append(said)
        }
        let candidates = [first, second].enumerated().flatMap { layer, gates in
            (0..<hidden).map { (layer, $0, correlation(GateRecord.along(gates.cell, $0), wasSaid)) }
        }
        let (layer, unit, closeness) = candidates.max { abs($0.2) < abs($1.2) }!
        show("layer \(layer + 1), number \(unit)", "the one that remembers")
        record("gates/correlation-with-thousand", abs(closeness))

        // Here it is, along the first words. (A memory of -1 means as much as one of 1, as long as it is always the
        // same. c may leave the range from -1 to 1, h and g may not.) Each `row` is one of its numbers, step by step:
        let gates = [first, second][layer]
        func row(_ name: String, _ steps: [Tensor], isSigned: Bool = false, reach: Double = 1) -> TokenGrid.Row {
            let values = GateRecord.along(Array(steps.prefix(21)), unit)
            return .init(
                name, values, range: isSigned ? -reach...reach : 0...1, colours: isSigned ? .signed : .shares)
        }
        show(
            TokenGrid(
                "Gates and memory of one number of a trained LSTM", Array(words.prefix(21)),
                [
                    row("forget gate f", gates.forget), row("input gate i", gates.input),
                    row("cell gate g", gates.value, isSigned: true),
                    row("cell state c", gates.cell, isSigned: true, reach: 3),
                    row("output gate o", gates.output), row("hidden state h", gates.hidden, isSigned: true),
                ]), "What one number does, word by word: a forget gate near 0 has just erased it")

        // And over all 600 words, how far is its forget gate open? `openness` is the mean at some of the words:
        let forget = GateRecord.along(gates.forget, unit)
        func openness(where holds: (String) -> Bool) -> Float {
            let chosen = zip(words, forget).filter { holds($0.0) }.map(\.1)
            return Tensor(chosen).mean().item
        }
        let (stop, thousand) = (openness { $0 == "." }, openness { $0 == "thousand" })
        let other = openness { $0 != "." && $0 != "thousand" }
        var table = TextTable(["at", "forget gate, mean"], decimals: 2)
        table.add("a full stop", stop)
        table.add("\"thousand\"", thousand)
        table.add("all other words", other)
        show(
            table, "How much of the memory is kept",
            predict: .choice(
                "It remembers that \"thousand\" was said. Where is the forget gate of this number most closed?",
                ["at a full stop or at \"thousand\"", "at all other words"],
                answer: min(stop, thousand) < other ? "at a full stop or at \"thousand\"" : "at all other words"))
        if max(stop, thousand) < 0.5, other > 0.5 {
            show(
                """
                Nobody has told it what a number is. It erases its memory where a number ends, and again where \
                "thousand" is said, to write something else; at all other words it keeps what it has.
                """)
        }
    }
}

// MARK: Helpers

extension [Int] {
    /// The last place of a number before another place; 0 if there is none.
    fileprivate func lastIndex(of number: Int, before end: Int) -> Int { self[..<end].lastIndex(of: number) ?? 0 }
}
