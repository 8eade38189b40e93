// # An embedding, by hand
//
// Section 8.3 · After this page you can write the embedding layer from nothing, with its derivative.

import Common
import Figures
import Layers
import Notebook
import Tensors

// An operation of our own needs two functions (chapter 17 has more of them): forward, and backward. `LookUp` copies
// rows in forward. In backward it begins with a table of zeros and adds each row of dy to the row that it came from.
// Adding to places that are given by number is called *scatter-add*:

/// The rows of a table with these numbers. Operand [rows, d] → [numbers, d]
public struct LookUp: AutogradFunction {
    public let numbers: [Int]

    public init(_ numbers: [Int]) { self.numbers = numbers }

    public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        let (rows, width) = (operands[0].shape[0], operands[0].shape[1])
        let table = operands[0].scalars
        var found: [Float] = []
        for number in numbers {
            require((0..<rows).contains(number), "row \(number) of a table with \(rows) rows", "there is no such row")
            found += table[number * width..<(number + 1) * width]
        }
        return Tensor(shape: [numbers.count, width], found)
    }

    public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        let shape = context.shapes[0]
        let (gradients, width) = (dy.scalars, shape[1])
        var sum = [Float](repeating: 0, count: shape[0] * width)
        for (place, number) in numbers.enumerated() {
            for k in 0..<width { sum[number * width + k] += gradients[place * width + k] }
        }
        return [Tensor(shape: shape, sum)]
    }
}

// The layer around it holds the table as a parameter. It begins with small random numbers:

/// A row of numbers for each id: ids [n] → [n, width]
public final class EmbeddingByHand: Module, Layer {
    /// [count, width]
    public let weight: Parameter

    public init(_ count: Int, _ width: Int, using random: inout some RandomNumberGenerator) {
        weight = Parameter(0.01 * Tensor.randn(count, width, using: &random))
    }

    public func forward(_ ids: IntTensor) -> Tensor { LookUp(ids.scalars)(weight.value) }
}

extension CollaborativeFiltering {
    func sameAsTheEngines() throws {
        // Is it the same as the engine's `Embedding`? Give both the same table, look up the users of a batch, and
        // compare values and gradients:
        var random = run.random
        let (users, count) = (try loaders.train.first!.0[0..., 0], try loaders.users.count)
        let byHand = EmbeddingByHand(count, 5, using: &random)
        let engines = Embedding(byHand.weight.value.detached())
        let (y, z) = (byHand(users), engines(users))
        show(
            y.shape, "shape of 64 users, looked up",
            ask: "64 users are looked up in a table with 5 factors. What is the shape of the result?")
        show(y.scalars == z.scalars, "the values are the same")
        let weights = Tensor.randn(64, 5, using: &random)
        (y * weights).sum().backward()
        (z * weights).sum().backward()
        let difference = (byHand.weight.grad! - engines.weight.grad!).abs().max().item
        show(difference < 1e-5, "the gradients agree to five decimals")
        let touched = (0..<count).count { byHand.weight.grad![$0].scalars.contains { $0 != 0 } }
        show(
            "\(touched) of \(count) rows", "rows whose gradient is not zero",
            predict: .choice(
                "After one batch of 64 ratings, which rows of the table have a gradient that is not 0?",
                ["all rows", "the rows of users in the batch"], answer: "the rows of users in the batch"))
    }

    func nothingYet() throws {
        // What do the numbers mean? Look at a picture: a pixel comes with three numbers of its own, red, green and
        // blue. Nothing of the kind comes with a user or a film. An embedding gives them numbers, and before any
        // training these are pure chance. Two films are no more alike than any other two. The *cosine* of two rows says
        // how much they point in the same direction, from -1 to 1:
        let titles = try loaders.titles
        var random = run.random
        let rows = EmbeddingByHand(titles.count, 50, using: &random).weight.value.detached()
        let cosines = rows[1...].cosineSimilarity(rows[1].unsqueezed(0), axis: 1).scalars.dropFirst()
        show(
            Chart("Before training, every film is like every other", x: "cosine", y: "films", xLimits: -1...1) {
                Histogram(cosines, bins: 20, range: -1...1)
                Rule(x: 0)
            }, "Cosines of “\(titles.name(1))” with all other films of \(dataName), before training")
        let mean = cosines.reduce(0, +) / Float(cosines.count)
        show(
            fixed(mean, 4), "mean of the cosines",
            predict: .number(
                "Rows of random numbers, as often negative as positive: what is the mean of the cosines, about?", mean,
                within: .plusMinus(0.05)))

        // After training it will be different: films that the same people like will have rows that point in the same
        // direction, and somewhere in them will be what tells a romance from a film with explosions, though no one has
        // ever said which is which. The next section trains them.
    }
}
