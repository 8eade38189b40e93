// # One picture at a time
//
// Section 21.10 · After this page you can write the simplest training loop for a classifier, and say what a step on a
// single picture is worth.

import Figures
import Layers
import Notebook
import Tensors
import Training

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// Data, net, loss: all is there. The loop is that of chapter 4, in its simplest form. For every epoch, and for every
// picture: predict, take the loss, go back, step, clear the gradients. First the step of a batch, however many items it
// has. The optimizer is the engine's `SGD`, which moves every parameter by -rate times its gradient (section 4.14 has
// built it):

/// What a batch's loss was, before the step that it leads to.
@discardableResult
public func learn(
    _ x: Tensor, _ labels: IntTensor, _ net: any Layer<Tensor, Tensor>, _ optimizer: any Optimizer,
    loss: (_ outputs: Tensor, _ labels: IntTensor) -> Tensor
) -> Float {
    let value = loss(net(x), labels)
    optimizer.zeroGrad()
    value.backward()
    optimizer.step()
    return value.item
}

// The book's net gives log-probabilities, so `LogSoftmax` is its last layer, and its loss is `nllLoss`. `logNet` says
// so:

/// A net with log-probabilities as outputs.
public func logNet(_ net: Sequential) -> Sequential { Sequential(net.layers + [LogSoftmax(axis: 1)]) }

extension BirdsAndAirplanes {
    func oneStepByHand() throws {
        // One step on one bird, at the book's learning rate 0.01. Every parameter should have moved by -0.01 times its
        // gradient:
        var random = run.random
        let net = logNet(shallowNet(using: &random))
        let before = net.parameters.map { $0.value.detached() }
        let optimizer = SGD(net.parameters, learningRate: 0.01)
        let bird = try firstBird.unsqueezed(0)
        let first = learn(bird, IntTensor([1]), net, optimizer, loss: nllLoss)
        let furthest = zip(net.parameters, before).map { parameter, before in
            (parameter.value.detached() - (before - 0.01 * parameter.grad!)).abs().max().item
        }
        show(furthest.max()! < 1e-6, "each parameter has moved by -0.01 times its gradient")
        let second = noGrad { nllLoss(net(bird), IntTensor([1])).item }
        show("\(first) and \(second)", "loss of this bird before and after the step")
    }
}

// How good a net is, in terms that mean something to Jane, is how often its largest output is at the right place. No
// gradients are needed for that:

/// The share of pictures whose largest output is at their label. In pieces, so that a large set needs little memory.
public func accuracy(_ net: any Layer<Tensor, Tensor>, _ set: FlatPictures) -> Float {
    let right = noGrad {
        DataLoader(set, batchSize: 500).reduce(0) { $0 + (net($1.0).argmax(axis: 1) .== $1.1).trueCount }
    }
    return Float(right) / Float(set.count)
}

extension BirdsAndAirplanes {
    func oneEpochOfSinglePictures() throws {
        // The book's first training has 100 epochs over all pictures, a step for each: a million steps, each through
        // 1.6 million parameters. That takes long, because a step for one picture moves as many weights as a step for
        // sixty. We go through some of the pictures once. (In PyTorch as here, a single picture is a batch of one.)
        let set = try flatTrain(perClass: run.size(quick: 10, usual: 500, full: 5000))
        var random = run.random
        let net = logNet(shallowNet(using: &random))
        let optimizer = SGD(net.parameters, learningRate: 0.01)
        var losses: [Float] = []
        progress("One picture at a time", set.count) { bar in
            for place in random.permutation(set.count) {
                let (x, y) = set.batch([place])
                losses.append(learn(x, y, net, optimizer, loss: nllLoss))
                bar.advance()
            }
        }
        let size = max(1, losses.count / 20)
        let means = stride(from: 0, to: losses.count - size + 1, by: size).map { start in
            losses[start..<start + size].reduce(0, +) / Float(size)
        }
        show(
            Chart(
                "Single losses jump between 0 and several; only their mean says anything", x: "step",
                y: "loss of one picture"
            ) {
                Points(losses.indices, losses, "one picture", colour: .sky)
                Line(means.indices.map { $0 * size + size / 2 }, means, "mean of \(size) pictures", colour: .vermilion)
                Rule(y: 0.6931, "ln 2: knows nothing", colour: .black)
            }, "\(losses.count) steps of one picture each, \(dataName)")
        record("per-picture/accuracy", accuracy(net, try flatValid))
        show(try majorityShare, "always the more frequent answer")

        // The loss of the last picture of an epoch is what the book prints. It depends on which picture that was. And a
        // step that is good for one picture may be bad for the next: look at how a single step changes the losses of
        // the other pictures.
        let others = try flatValid.inputs[0..<min(200, try flatValid.count)]
        let labels = try flatValid.targets[0..<min(200, try flatValid.count)]
        let before = noGrad { nllLoss(net(others), labels, reduction: .none) }
        let (x, y) = set.batch([0])
        learn(x, y, net, optimizer, loss: nllLoss)
        let after = noGrad { nllLoss(net(others), labels, reduction: .none) }
        show(
            "\((after .< before).trueCount) better, \((after .> before).trueCount) worse",
            "losses of \(others.shape[0]) other pictures after one more step",
            predict: .yesNo(
                "One more step on one picture. Do the losses of all other pictures fall?", (after .< before).all))
    }
}
