// # Which of the two is the memory?
//
// Section 12.11 · After this page you can prove by an experiment which of an LSTM's two states keeps what is needed
// later.

import Common
import Figures
import Layers
import Notebook
import Tensors

// Section 12.9 has said that the cell state remembers, and that the hidden state serves the next prediction. Whether a
// trained model keeps to it can be tried: take one of the two away. Between two batches the model has both states in
// its `state`. Before every batch, set one to 0, or both, and see how well the next 16 words are predicted, by their
// place. `Cleared` is what is taken away, and `accuracyByPlace` measures what is left.

/// What is taken away from an LSTM's memory before every batch.
public enum Cleared: String, Sendable, CaseIterable {
    case nothing, hidden = "the hidden state", cell = "the cell state", both

    func callAsFunction(_ state: LSTMState) -> LSTMState {
        let zeros = Tensor.zeros(state.hidden.shape)
        return LSTMState(
            hidden: self == .hidden || self == .both ? zeros : state.hidden,
            cell: self == .cell || self == .both ? zeros : state.cell)
    }
}

extension LanguageModel {
    /// The accuracy at each of the 16 places of a batch, over the validation text but its first batch.
    func accuracyByPlace(_ model: LSTMModel, clearing cleared: Cleared) throws -> [Float] {
        model.eval()
        model.reset()
        var (hits, batches) = (Tensor.zeros(16), Float(0))
        let loader = try sequences().valid
        for (x, y) in loader {
            let isFirst = model.state == nil
            model.state = model.state.map { cleared($0) }
            let scores = noGrad { model(x) }
            if isFirst, loader.count > 1 { continue }
            hits = hits + Tensor(scores.argmax(axis: -1) .== y).mean(axis: 0)
            batches += 1
        }
        model.reset()
        return (hits / batches).scalars
    }

    func clearedMemory() throws {
        let models = try lstmTrainings.models.prefix(3)
        let curves = try Cleared.allCases.map { cleared in
            let each = try models.map { Tensor(try accuracyByPlace($0, clearing: cleared)) }
            return Tensor.stack(each).mean(axis: 0)
        }
        show(
            Chart(
                "What is lost when a state is set to 0 before the first of 16 words", x: "word after that",
                y: "accuracy", yLimits: 0...1
            ) {
                for (cleared, curve) in zip(Cleared.allCases, curves) {
                    Line(1...16, curve.scalars, "cleared: \(cleared.rawValue)")
                }
            },
            "Accuracy by the distance from where a state was cleared, mean of \(counted(models.count, "model"))"
        )
        var table = TextTable(["cleared", "word 1", "words 2 to 6", "words 7 to 16"], decimals: 3)
        let cuts = curves.map { [$0[0].item, $0[1..<6].mean().item, $0[6...].mean().item] }
        for (cleared, parts) in zip(Cleared.allCases, cuts) {
            table.add(cleared.rawValue, parts[0], parts[1], parts[2])
        }
        let options = ["without the hidden state", "without the cell state"]
        show(
            table, "Accuracy after a state was cleared",
            predict: .choice(
                "One state is set to 0. Without which of the two are the words 2 to 6 predicted worse?", options,
                answer: cuts[1][1] < cuts[2][1] ? options[0] : options[1]))
        record("memory/words-2-to-6-without-hidden-state", cuts[1][1])
        record("memory/words-2-to-6-without-cell-state", cuts[2][1])
        if cuts[2][1] < cuts[1][1] {
            show(
                """
                Without its cell state the model is lost for several words: it does not know in which number it is. A \
                lost hidden state is made again, from the next word and the memory.
                """)
        }

        // Farther on, the curves come together again: when the next number has begun, it says all that is needed.
        // `meeting` is the first word from which on all four are within 0.05 of one another:
        let apart = (0..<16).map { place in
            let there = curves.map { $0[place].item }
            return there.max()! - there.min()!
        }
        let meeting = apart.lastIndex { $0 > 0.05 }.map { $0 + 2 } ?? 1
        show(
            meeting <= 16 ? "from word \(meeting) on" : "not within 16 words",
            "all four curves are within 0.05 of one another")

        // That is how short the memory of this text has to be. For Henry and his dog it would take longer.
    }
}
