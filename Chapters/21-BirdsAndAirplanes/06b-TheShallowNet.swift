// # A net of two layers
//
// Section 21.6 · After this page you can build the chapter's first net, and prove that it does not know which pixels
// are neighbours.

import Figures
import Layers
import Notebook
import Tensors

// The first net has two layers of weights. The first makes 512 *features* of the 3,072 numbers, each a weighted sum of
// all of them. The second makes two scores of the features, one for airplane and one for bird. Why 512? The book has
// chosen it freely, somewhere between 3,072 and 2.
//
// Between the two there must be something that is not linear, or both would be one layer (section 4.15). The book takes
// the hyperbolic tangent, which section 21.4 has drawn. As a formula:

/// (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ): from any number to one between -1 and 1.
public func hyperbolicTangent(_ x: Tensor) -> Tensor {
    let (up, down) = (x.exp(), (-x).exp())
    return (up - down) / (up + down)
}

extension BirdsAndAirplanes {
    func tangentByHand() {
        // The engine's `tanh` gives the same, and goes on where our formula breaks down. e⁹⁰ is more than a float can
        // hold, so it counts as infinite, and infinity divided by infinity is not a number:
        let x = Tensor.linspace(-4, 4, 9)
        show((hyperbolicTangent(x) - x.tanh()).abs().max().item < 1e-6, "ours equals the engine's from -4 to 4")
        show("\(hyperbolicTangent(Tensor(90)).item) and \(Tensor(90).tanh().item)", "ours and the engine's at 90")

        // Does it have to be there? Two linear layers without it, in numbers small enough to follow:
        let (w1, w2) = (Tensor([[1, -1], [2, 3]]), Tensor([[2], [-3]]))
        let input = Tensor([[1, 2]])
        let together = input.matmul(w1.matmul(w2)).item
        show("\(input.matmul(w1).matmul(w2).item) and \(together)", "two layers, and one")
        let bent = input.matmul(w1).tanh().matmul(w2).item
        show(
            "\(bent)", "with tanh between them",
            predict: .yesNo(
                "Two linear layers equal one with the product of their weights. Also with tanh in between?",
                bent == together))
    }
}

// The engine's `Sequential` calls one layer after the other, and its `Flatten` is what the page before has explained,
// for a whole batch: it keeps the first axis and lays the others flat.

/// Model A: 3,072 numbers → features → scores. x [n, 3, 32, 32] or [n, 3072] → [n, outputs]
///
/// (The book's first `model`, with its `n_out`.)
public func shallowNet(
    inputs: Int = 3072, features: Int = 512, outputs: Int = 2, using random: inout some RandomNumberGenerator
) -> Sequential {
    Sequential(
        Flatten(), Linear(inputs, features, using: &random), Tanh(), Linear(features, outputs, using: &random))
}

extension BirdsAndAirplanes {
    func shapesThroughTheNet() throws {
        var random = run.random
        let net = shallowNet(using: &random)
        let (x, _) = try firstPictures(4)
        show(
            net(x).shape, "four pictures through the net",
            ask: "Four pictures [4, 3, 32, 32] go in. Which shape comes out?")

        // A single picture [3, 32, 32] is not a batch. Layers want one, so it gets an axis of length 1 in front, the
        // batch. That is what `unsqueezed(0)` is for:
        let one = try trainPictures[0].0
        show(
            "\(one.shape), \(one.unsqueezed(0).shape), \(net(one.unsqueezed(0)).shape)",
            "a picture, a batch, the scores")
    }

    func scrambledPictures() throws {
        // The net sees a vector, so it cannot tell a picture from the same picture with all of its pixels in another
        // place. Take one order of the 3,072 elements, drawn at random, and put every picture into that order:
        var random = run.random
        let order = random.permutation(3072)
        let (x, _) = try firstPictures(4)
        let scrambled = x.flattened(from: 1).entries(order, axis: 1).reshaped(x.shape)
        let pairs = try (0..<4).flatMap { [try shown(x[$0]), try shown(scrambled[$0])] }
        let titles = (0..<4).flatMap { _ in ["as it is", "scrambled"] }
        show(
            ImageGrid(pairs, titles: titles, columns: 8), "Four pictures of \(dataName), all scrambled in the same way")

        // Now two nets. The second is the first with the weights of its first layer in the new order, so each weight
        // goes with its pixel:
        let net = shallowNet(using: &random)
        let other = shallowNet(using: &random)
        for (new, old) in zip(other.parameters, net.parameters) { new.assign(old.value) }
        other.parameters[0].assign(net.parameters[0].value.entries(order, axis: 1))
        let difference = (net(x) - other(scrambled)).abs().max().item
        show(
            difference < 1e-5, "both nets give the same scores, up to rounding",
            predict: .yesNo(
                "One net sees pictures; one sees scrambled ones, its weights in that order. Same scores?",
                difference < 1e-5))

        // No setting of the weights makes one order better than another. What the net can learn from pictures it can
        // learn from scrambled ones, where you and I see nothing. Section 21.11 tries it.
    }
}
