// # Likelihood, and its logarithm
//
// Section 21.9 · After this page you can say how likely a net holds what is true, and make a loss of it.

import Figures
import Foundation
import Notebook
import Tensors

// (This chapter follows chapter 7 of "Deep Learning with PyTorch"; "the book" is that one here.)
//
// The net need not say exactly 0 and 1. It should not be wrong, that is all. So look at one of its outputs only: the
// probability that it gives to the right class. This is the *likelihood* of the item. For a bird with the outputs 0.3
// and 0.7 it is 0.7. For a batch of probabilities [n, classes]:

/// The likelihood of each item [n]: the probability of its own class.
public func likelihoods(_ probabilities: Tensor, _ labels: IntTensor) -> Tensor {
    let items = zip(labels.scalars.indices, labels.scalars)
    return Tensor(items.map { item, label in probabilities[item, label].item })
}

extension BirdsAndAirplanes {
    func likelihoodsOfThree() {
        // An airplane, a bird and another bird:
        let probabilities = Tensor([[0.9, 0.1], [0.3, 0.7], [0.8, 0.2]])
        let labels = IntTensor([0, 1, 1])
        let found = likelihoods(probabilities, labels)
        show(
            found, "their likelihoods",
            predict: .numbers(
                "[0.9, 0.1] for an airplane, [0.3, 0.7] and [0.8, 0.2] for birds: which likelihoods?",
                found.scalars))

        // The engine's `gathered` picks one number of each row in a single operation, and lets gradients through. Its
        // places are a column [n, 1], one for each row, and so is what it gives:
        let picked = probabilities.gathered(axis: 1, labels.unsqueezed(1))
        show("\(picked.shape), equal: \(picked.squeezed(1).scalars == found.scalars)", "by gathered")
    }

    func productsVanish() {
        // All items should be likely *together*. If they have nothing to do with each other, that is the product of
        // their likelihoods. A product of many numbers below 1 is a very small number. Ten thousand items, each with a
        // likelihood of 0.9:
        let many = Tensor.full(0.9, [10_000])
        show(
            many.scalars.reduce(1, *), "their product, as a float",
            predict: .yesNo(
                "0.9 to the power of 10,000 is about 10⁻⁴⁵⁸. Is the product of floats as small?",
                Double(many.scalars.reduce(1, *)) < 1e-300))

        // It is about 10⁻⁴⁵⁸, and a float ends at 10⁻⁴⁵. There the product gets stuck: nine tenths of 6 · 10⁻⁴⁵ have no
        // float of their own and are rounded back up. (With likelihoods below a half, it would end at 0.) A logarithm
        // makes a sum of the product, and the larger one is, the larger is the other:
        show(many.log().sum().item, "the sum of their logarithms")
    }
}

// A loss should be small where things are good, so the sign is turned. This is the *negative log likelihood*, NLL: the
// sum of -ln p over all items, with the likelihood p of each.

/// -Σ ln p(label). probabilities [n, classes], labels [n]
public func negativeLogLikelihood(_ probabilities: Tensor, _ labels: IntTensor) -> Tensor {
    -probabilities.gathered(axis: 1, labels.unsqueezed(1)).log().sum()
}

extension BirdsAndAirplanes {
    func curveOfTheLogarithm() {
        // For one item, by its likelihood. (`log` is the natural logarithm here as everywhere in this project.)
        show(
            Chart(
                "The loss is steep where the right class is thought unlikely",
                x: "probability given to the right class",
                y: "-ln p", xLimits: 0...1
            ) {
                Line.function(0.005...1, "negative log likelihood") { -log($0) }
                Rule(x: 0.5, "a half")
                Line([0, 1], [1, 0], "1 - p, for comparison", dashed: true)
            }, "Negative log likelihood of one item")
        var table = TextTable(["p", "-ln p"], decimals: 5)
        for p in [0.01, 0.1, 0.5, 0.9, 0.99, 0.9997] { table.rows.append([p.formatted(), -log(p)]) }
        show(
            table, "Some of its points",
            predict: .number("The right class gets the probability 0.5. What is -ln p?", -log(0.5)))

        // Near 0 it goes to infinity: to be sure and wrong is the worst. Beyond a half it falls slowly, and there is
        // not much to gain by going from 0.99 to 0.9999. That is what we wanted: not to be wrong counts for more than
        // to be exactly right.
    }

    func lossOfTheFirstBird() throws {
        // The book's untrained net gives its bird 0.5216, and the loss is 0.6509:
        record("nll/of-the-books-probability", -log(0.5216), book: 0.6509, differs: "the book rounds to four decimals")

        // And here, the first bird of this run, for the untrained nets of section 21.8:
        let bird = try firstBird.unsqueezed(0)
        let losses = run.overSeeds(run.size(quick: 3, usual: 20, full: 100)) { random in
            noGrad { negativeLogLikelihood(shallowNet(using: &random)(bird).softmax(axis: 1), IntTensor([1])).item }
        }
        record(
            "nll/of-the-first-bird", over: losses, book: 0.6509, differs: "other random weights; the book has one draw")
        show(Float(log(2.0)), "ln 2, the loss of somebody who says a half to everything")
    }
}
