// # Weight decay, three ways
//
// Section 8.4 · After this page you can write weight decay into the loss, into the gradient and into the step, and say
// which of them are the same.

import Figures
import Layers
import Notebook
import Tensors
import Training

// The factors have learned whims by heart. To do that they had to become large: a model bends sharply only where a
// weight is large. A parabola a·x² shows it with a single weight: the larger a, the narrower the valley.

extension CollaborativeFiltering {
    func parabolas() {
        show(
            Chart("The larger the weight, the sharper the bend", x: "x", y: "a·x²", xLimits: -2...2, yLimits: 0...5) {
                for a in [1, 2, 5, 10, 50] as [Double] { Line.function(-2...2, "a = \(Int(a))") { a * $0 * $0 } }
            }, "y = a·x² for five values of a")

        // So keep the weights small, and pay a fit with the price of its weights. *Weight decay*, or *L2
        // regularization*, adds to the loss the sum of all squared parameters, times a number `decay` that is chosen by
        // hand (the book's `wd`):
        //
        //     loss_with_decay = loss + decay · Σ p²
    }
}

// That is the first way, in `penalized`. The second saves the sum. All that training needs of it is its slope, and the
// slope of p² is 2p; so `addDecay` adds 2 · decay · p to each gradient after `backward`. It is cheaper, and more exact:
// a huge sum next to a small loss would swallow the loss's last digits.

/// The loss with the price of all parameters: loss + decay · Σ p²
public func penalized(_ loss: Tensor, _ parameters: [Parameter], decay: Float) -> Tensor {
    parameters.reduce(loss) { $0 + decay * $1.value.squared().sum() }
}

/// Adds the slope of that price to the gradients: dp += 2 · decay · p
public func addDecay(to parameters: [Parameter], decay: Float) {
    for p in parameters { p.grad = (p.grad ?? .zeros(p.shape)) + 2 * decay * p.value.detached() }
}

// The 2 may be left out, if decay is doubled instead; optimizers usually do. The third way does not touch the gradient:
// `shrink` makes every weight a little smaller before a step. It is called *decoupled*, and it is what AdamW and fastai
// do.

/// Makes all parameters smaller: p -= rate · decay · p
public func shrink(_ parameters: [Parameter], rate: Float, decay: Float) {
    for p in parameters { p.assign(p.value.detached() * (1 - rate * decay)) }
}

extension CollaborativeFiltering {
    func sameGradients() throws {
        // One batch, one model, both gradients:
        let (x, y) = try loaders.train.first!
        var random = run.random
        let model = biased(try loaders, using: &random)
        penalized(flatMSELoss(model(x), y), model.parameters, decay: 0.1).backward()
        let inTheLoss = model.users.weight.grad!
        model.zeroGrad()
        flatMSELoss(model(x), y).backward()
        let without = model.users.weight.grad!
        addDecay(to: model.parameters, decay: 0.1)
        let inTheGradient = model.users.weight.grad!
        show((inTheLoss - inTheGradient).abs().max().item, "largest difference between the first two ways")
        show((inTheLoss - without).abs().max().item, "largest difference from the gradient without decay")

        // For plain gradient descent, the third is the same again, with twice the decay for the 2 that is left out. One
        // step of each from the same weights:
        let start = model.users.weight.value.detached()
        SGD(model.parameters, learningRate: 0.5).step()
        let stepped = model.users.weight.value.detached()
        let shrunk = start * (1 - 0.5 * 0.2) - 0.5 * without
        show((stepped - shrunk).abs().max().item, "largest difference between a step with addDecay and one with shrink")
    }

    func notTheSameForAdam() throws {
        // For Adam it is not the same. Adam divides each step by the size of recent gradients, and what was added to a
        // gradient is divided too. Think of a film that is not in the batch. Its whole gradient is the decay. However
        // small that is, divided by its own size it makes a full step, toward 0. And with 64 ratings a batch, nearly
        // all films are not in it. The same number 0.1, as a part of the gradient (`Adam`) and apart from it (`AdamW`):
        let data = try splits[0].data
        let asPenalty = try overSplits(1) { data, random in
            let model = biased(data, using: &random)
            let loader = DataLoader(data.trainRatings, batchSize: 64, shuffledUsing: &random)
            let learner = Learner(
                DataLoaders(loader, DataLoader(data.validRatings, batchSize: 1024)), model, loss: flatMSELoss,
                optimizer: { Adam($0, learningRate: $1, weightDecay: 0.1) })
            try EpochReporting.silently { try learner.fitOneCycle(5, learningRate: 5e-3) }
            return (model: model, loss: learner.recorder["valid_loss"].last!)
        }[0]
        let decoupled = try runD[0]
        var table = TextTable(["decay of 0.1", "loss after 5 epochs", "mean size of the films' factors"], decimals: 4)
        table.add("in the gradient", asPenalty.loss, asPenalty.model.films.weight.value.abs().mean().item)
        table.add("apart from it", decoupled.losses.valid.last!, decoupled.model.films.weight.value.abs().mean().item)
        table.add("(the mean rating)", meanBaseline(data))
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
