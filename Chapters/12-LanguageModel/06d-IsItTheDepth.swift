// # Is it the depth?
//
// Section 12.6 · After this page you know how much of the luck of a recurrent net is owed to its depth, and how such a
// question is asked.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// Is the depth also what makes the seeds differ so much? If it is, a model whose gradient goes back through fewer words
// should differ less. Our model detaches its state after every call. Call it on a few words at a time, and the gradient
// goes back through no more than these. What the model computes, and in which batches it learns, stays the same. Train
// such a model from each seed; `reachAccuracies` are the accuracies in the end:

/// A model that detaches its state every few tokens.
public final class PiecewiseModel<Model: WordModel>: Module, WordModel {
    public let model: Model
    public let every: Int

    public init(_ model: Model, detachingEvery every: Int) { (self.model, self.every) = (model, every) }

    public func forward(_ tokens: IntTensor) -> Tensor {
        let steps = tokens.shape[1]
        let pieces = stride(from: 0, to: steps, by: every).map { model(tokens[0..., $0..<min($0 + every, steps)]) }
        return .cat(pieces, axis: 1)
    }

    public func reset() { model.reset() }
}

extension LanguageModel {
    func isItTheDepth() throws {
        func reachAccuracies(_ words: Int) throws -> [Float] {
            try trainings(on: sequences(), epochs: 15, rate: 3e-3, callbacks: { [ModelReset()] }) { random in
                PiecewiseModel(
                    EveryTokenModel(vocabulary: 30, hidden: hidden, using: &random), detachingEvery: words)
            }.map(\.accuracy)
        }
        let lists = [try reachAccuracies(4), try everyTokenRuns.map(\.accuracy)]
        var table = TextTable(["gradient goes back through", "accuracy", "best - worst"], decimals: 3)
        for (words, list) in zip([4, 16], lists) {
            table.add("\(words) words", Spread(list), list.max()! - list.min()!)
        }
        show(table, "depth of the net in training, and how much its seeds differ")
        let spreads = lists.map { Spread($0).deviation ?? 0 }
        record("every-word/spread-by-4-words", spreads[0])
        record("every-word/spread-by-16-words", spreads[1])
        let ratio = spreads[1] / spreads[0]
        if ratio > 2 {
            show("The deeper net differs more from seed to seed, as the book says.")
        } else if ratio > 1.25 {
            show(
                """
                The deeper net differs \(fixed(ratio, 1)) times as much, which a few seeds do not prove. And the \
                shallow one is not steady either: depth explains the gradients, not all of the luck.
                """)
        } else {
            show("The seeds of a shallow net differ as much. Depth explains the gradients, not the luck.")
        }

        // (With five seeds a spread is only roughly known, so it would take a large difference to say something. What
        // the table does say is that reach is worth having: section 12.8 comes back to that.)
    }
}
