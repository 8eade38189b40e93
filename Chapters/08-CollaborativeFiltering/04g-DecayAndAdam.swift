// # Decay and Adam
//
// Section 8.4 · After this page you know why weight decay and Adam go together only when they are kept apart.

import Figures
import Layers
import Notebook
import Tensors
import Training

// Two pages ago, decay as a part of the gradient and decay apart from it were the same, for plain gradient descent. The
// models of this chapter are trained by Adam.

extension CollaborativeFiltering {
    func notTheSameForAdam() throws {
        // For Adam they are not the same. It divides each step by the size of recent gradients, and what was added to a
        // gradient is divided too. Think of a film that is not in the batch. Its whole gradient is the decay. However
        // small that is, divided by its own size it makes a full step, toward 0. And with 64 ratings a batch, nearly
        // all films are not in it. The same number 0.1, as a part of the gradient (`Adam`) and apart from it (`AdamW`):
        let data = try splits[0].data
        let asPenalty = try onFirstSplit { data, random in
            let model = biased(data, using: &random)
            let loader = DataLoader(data.trainRatings, batchSize: 64, shuffledUsing: &random)
            let learner = Learner(
                DataLoaders(loader, DataLoader(data.validRatings, batchSize: 1024)), model, loss: flatMSELoss,
                optimizer: { Adam($0, learningRate: $1, weightDecay: 0.1) })
            try EpochReporting.silently { try learner.fitOneCycle(5, learningRate: 5e-3) }
            return (model: model, loss: learner.recorder["valid_loss"].last!)
        }
        let decoupled = try runD[0]
        var table = TextTable(["decay of 0.1", "loss after 5 epochs", "mean size of the films' factors"], decimals: 4)
        table.add("in the gradient", asPenalty.loss, asPenalty.model.films.weight.value.abs().mean().item)
        table.add("apart from it", decoupled.losses.valid.last!, decoupled.model.films.weight.value.abs().mean().item)
        table.add("always the mean rating", errorOfTheMean(data))
        show(
            table, "Adam with decay in two places, \(dataName)",
            predict: .choice(
                "With which of the two are the factors larger after training?", ["in the gradient", "apart from it"],
                answer: asPenalty.model.films.weight.value.abs().mean().item
                    > decoupled.model.films.weight.value.abs().mean().item ? "in the gradient" : "apart from it"))

        // So a number for decay means nothing without the optimizer that it is for. All decays of this chapter are
        // AdamW's, as in the book.
    }
}
