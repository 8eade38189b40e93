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
}
