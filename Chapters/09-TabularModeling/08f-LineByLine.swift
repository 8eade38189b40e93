// # The net, line by line
//
// Section 9.8 · After this page you can say what each line of a net for tables does, and with which shapes.

import Figures
import Layers
import Notebook
import Tabular
import Tensors

// The book ends by asking its readers to explain every line of the net for tables. It is in
// Sources/Applications/Tabular/Learning/TabularModel.swift, and has two halves: `init` makes the parts, `forward` puts
// a batch through them. `StepByStep` does what `forward` does, but stops after every step, and keeps a note of it:

/// A batch on its way through a net for tables.
struct StepByStep {
    private(set) var notes: [(step: String, shape: [Int], numbers: Int)] = []
    private(set) var result: Tensor

    /// - Parameter model: a net in evaluation, so that nothing is dropped and norms do not learn.
    init(_ model: TabularModel, _ batch: TabularBatch) {
        // 1. In each column of categories, the number of a level is the number of a row in the column's own table. The
        //    look-up is a dense layer after one-hot inputs, without the zeros (section 9.1).
        let looked = model.embeddings.indices.map { model.embeddings[$0](batch.categories[0..., $0]) }
        // 2. The rows of all tables side by side. In training, some numbers may be dropped here.
        result = .cat(looked, axis: 1)
        note("embeddings", model.embeddings.map(\.weight.count).reduce(0, +))
        // 3. Plain numbers go through a norm: each column gets about the mean 0 and the deviation 1, times a number
        //    that is learned, plus another one. `Normalize` has done nearly the same before; this one can still be
        //    changed by training.
        if let norm = model.numberNorm {
            let numbers = norm(batch.numbers)
            // 4. Both kinds side by side. From here on the net does not know any more what was a category.
            result = .cat([result, numbers], axis: 1)
            note("with the plain numbers", 2 * numbers.shape[1])
        }
        // 5. The layers: linear, ReLU, norm, for each width in the middle, and a last linear one for the output. The
        //    linear layers before a norm have no bias, since the norm takes the mean away and adds its own number.
        for layer in model.layers.layers {
            result = layer(result)
            note("\(type(of: layer))", (layer as? Module)?.parameters.map(\.count).reduce(0, +) ?? 0)
        }
        // 6. A sigmoid is between 0 and 1; stretched and moved, it is between the limits of the range. The net need not
        //    learn that no price is negative.
        if let range = model.plan.range {
            result = result.sigmoid() * (range.upperBound - range.lowerBound) + range.lowerBound
            note("range \(range.lowerBound)…\(range.upperBound)", 0)
        }
    }

    private mutating func note(_ step: String, _ numbers: Int) { notes.append((step, result.shape, numbers)) }
}

extension TabularModeling {
    func lineByLine() throws {
        // Four sales go through the net of section 9.7. Their categories and numbers:
        let net = try theNet
        let (model, plan) = (net.model, net.model.plan)
        let batch = net.data.valid.inputs.rows([0, 1, 2, 3])
        show(batch.categories.shape, "shape of the categories")
        show(batch.numbers.shape, "shape of the plain numbers")
        var table = TextTable(["column", "levels", "width", "numbers in its table"])
        for (place, name) in net.data.recipe.categorical.enumerated() {
            table.add(name, plan.levels[place], plan.widths[place], plan.levels[place] * plan.widths[place])
        }
        show(table, "The tables of the net: 1.6 · levels^0.56 numbers for a level, what is missing being a level too")
        show(
            plan.inputs, "numbers that go into the first layer, for each row",
            predict: .count(
                "Widths \(plan.widths), plain numbers: \(plan.numbers). How many go into the first layer?",
                plan.inputs))

        // And now each step, with the shape that comes out and the numbers that are learned in it:
        model.eval()
        let steps = noGrad { StepByStep(model, batch) }
        var way = TextTable(["step", "shape that comes out", "learned numbers"])
        for note in steps.notes { way.add(note.step, "\(note.shape)", note.numbers) }
        show(
            way, "Four sales of \(dataName) on their way through the net",
            predict: .choice(
                "Where are most of the net's numbers?", ["in the embeddings", "in the layers"],
                answer: learnedInTables(model) * 2 > learned(model) ? "in the embeddings" : "in the layers"))
        let difference = noGrad { (steps.result - model(batch)).abs().max().item }
        show(difference == 0, "the last step is what the net says, to the last bit")
        let counted = steps.notes.map(\.numbers).reduce(0, +)
        show(counted == learned(model), "the steps have all numbers of the net")
    }
}

// MARK: Helpers

private func learned(_ model: TabularModel) -> Int { model.parameters.map(\.count).reduce(0, +) }

private func learnedInTables(_ model: TabularModel) -> Int { model.embeddings.map(\.weight.count).reduce(0, +) }
