// # Forgetting at the right moment
//
// Section 12.5 · After this page you can say when a model with a memory has to forget, and have a callback see to it.

import Layers
import Notebook
import Tensors
import Training

// A memory must be emptied where another text begins. That happens twice in every epoch. When training begins, each
// reader starts again at the beginning of its piece, and the state is that of the end of the validation text, or of its
// own end. When validation begins, the readers are given other pieces. A callback (section 12.2) sees to it. Of all
// that the training loop tells it, this one waits for two moments, and for the end:

/// Empties a model's memory before each training part, before each validation part, and when all is done. (The book's
/// `ModelResetter`.)
public final class ModelReset: Callback {
    public init() {}

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .train || phase == .validate { (learner.model as? any WordModel)?.reset() }
    }

    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .fit { (learner.model as? any WordModel)?.reset() }
    }
}

// To see it at work, a model that writes a diary: each `reset`, each batch that it learns from, each batch that it is
// judged by. (`DiaryModel` has weights only because a learner wants some.)

/// Notes what happens to it.
final class DiaryModel: WordLayers, WordModel {
    private(set) var diary: [String] = []

    func forward(_ x: IntTensor) -> Tensor {
        diary.append(isTraining ? "learn" : "judge")
        return hiddenToOutput(inputToHidden(x[0..., 0]))
    }

    func reset() { diary.append("reset") }
}

extension LanguageModel {
    func diary() throws {
        // Two epochs of three training batches and one validation batch, with and without the callback:
        func lines(_ callbacks: [any Callback]) throws -> [String] {
            var random = run.random
            let model = DiaryModel(vocabulary: 30, hidden: 4, using: &random)
            let samples = threeWordSamples(Array(try stream.prefix(3 * 5 * 16 + 4)))
            try train(
                model, on: groupedBatches(samples, batchSize: 16), epochs: 2, rate: 1e-3,
                loss: { crossEntropy($0, $1) }, callbacks: callbacks)
            return model.diary
        }
        let with = try lines([ModelReset()])
        show(try lines([]).joined(separator: " "), "without ModelReset")
        show(
            with.joined(separator: " "), "with it",
            predict: .count(
                "It acts before each training part, before each validation part, at the end: how often in two epochs?",
                with.count { $0 == "reset" }))

        // What would go wrong without it? The loss of the first validation batches would be that of a model which
        // believes that it is still among the training numbers. A metric should not depend on what was read before, and
        // the same text should begin in the same way in every epoch:
        var random = run.random
        let model = StatefulModel(vocabulary: 30, hidden: hidden, using: &random)
        let batches = groupedBatches(threeWordSamples(try textOfModels))
        let (x, y) = batches.valid.first!

        // `lossNow` is the loss of the first validation batch with the state that the model happens to have:
        func lossNow() -> Float { noGrad { crossEntropy(model(x), y).item } }
        let fresh = lossNow()
        model.reset()
        for (words, _) in batches.train.prefix(3) { _ = noGrad { model(words) } }
        let afterTraining = lossNow()
        model.reset()
        show(
            lossNow() == fresh && afterTraining != fresh,
            "after a reset the loss is the same, after other text it is not",
            ask: "Does the loss of the same batch depend on what the model has read before, if nobody resets it?")
    }
}
