// # One picture at a time
//
// Section 21.10 · After this page you can write the simplest training loop for a classifier, and say what a step on a
// single picture is worth.

import Common
import Figures
import Layers
import Notebook
import Tensors
import Training

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// Data, net, loss: all is there. The loop is that of section 4.13, in its simplest form. For every epoch, and for every
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
        show("\(fixed(first, 4)) and \(fixed(second, 4))", "loss of this bird before and after the step")
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
    func whatAStepCosts() throws {
        // The book's first training has 100 epochs over 10,000 pictures, a step for each: a million steps. What does a
        // step cost, for one picture and for several at once?
        let set = try flatTrain(perClass: 200)
        var random = run.random
        let net = logNet(shallowNet(using: &random))
        let optimizer = SGD(net.parameters, learningRate: 0.01)
        var table = TextTable(["pictures in a step", "a step", "for each picture"], decimals: 3)
        for size in [1, 8, 64] {
            let (x, y) = set.batch(Array(0..<min(size, set.count)))
            let time = fastest(of: run.size(quick: 2, usual: 20)) { learn(x, y, net, optimizer, loss: nllLoss) }
            table.add(x.shape[0], time, time / Double(x.shape[0]))
        }
        show(table, "How many milliseconds a step takes, shallow net")

        // A step for one picture takes a good part of the time of a step for 64. Whatever the number of pictures, all
        // 1.6 million weights have to be read, and all of them are moved. A million steps would take long, so we go
        // through some of the pictures once. (In PyTorch as here, a single picture is a batch of one.)
    }

    func oneEpochOfSinglePictures() throws {
        // The losses of the pictures, one after the other, each before the step that it leads to:
        let set = try flatTrain(perClass: run.size(quick: 10, usual: 500, full: 5000))
        let trainings = run.overSeeds(run.size(quick: 1, usual: 3)) { random in
            let net = logNet(shallowNet(using: &random))
            let optimizer = SGD(net.parameters, learningRate: 0.01)
            let losses = random.permutation(set.count).map { place in
                let (x, y) = set.batch([place])
                return learn(x, y, net, optimizer, loss: nllLoss)
            }
            return (net: net, losses: losses)
        }
        let (net, losses) = trainings[0]
        let size = max(1, losses.count / 20)
        let means = stride(from: 0, to: losses.count - size + 1, by: size).map { start in
            losses[start..<start + size].reduce(0, +) / Float(size)
        }
        show(
            Chart(
                "Single losses jump about; only their mean says anything", x: "step", y: "loss of one picture"
            ) {
                Points(losses.indices, losses, "one picture", colour: .sky)
                Line(
                    means.indices.map { $0 * size + size / 2 }, means, "mean of \(counted(size, "picture"))",
                    colour: .vermilion)
                Rule(y: 0.6931, "ln 2: knows nothing", colour: .black)
            }, "\(losses.count) steps of one picture each, \(dataName)")
        let checked = try flatValid
        record("per-picture/accuracy", over: trainings.map { accuracy($0.net, checked) })
        show(try majorityShare, "always the more frequent class")

        // The loss of the last picture of an epoch is what the book prints. It depends on which picture that was. And a
        // step that is good for one picture may be bad for the next. Here is how a single step changes the losses of
        // other pictures:
        let others = checked.inputs[0..<min(200, checked.count)]
        let labels = checked.targets[0..<min(200, checked.count)]
        let before = noGrad { nllLoss(net(others), labels, reduction: .none) }
        let (x, y) = set.batch([0])
        learn(x, y, net, SGD(net.parameters, learningRate: 0.01), loss: nllLoss)
        let after = noGrad { nllLoss(net(others), labels, reduction: .none) }
        show(
            "\((after .< before).trueCount) better, \((after .> before).trueCount) worse",
            "losses of \(others.shape[0]) other pictures after one more step",
            predict: .yesNo(
                "One more step on one picture. Do the losses of all other pictures fall?", (after .< before).all))
    }

    // MARK: Helpers

    /// How many milliseconds it takes, at its fastest.
    private func fastest(of count: Int, _ work: () -> Void) -> Double {
        (0..<count).map { _ in ContinuousClock().measure(work) / .milliseconds(1) }.min()!
    }
}
