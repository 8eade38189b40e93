// # RMSProp
//
// Section 16.4 · After this page you can give every weight a learning rate of its own, made from its gradients.

import Figures
import Layers
import Notebook
import Tensors
import Training

// All weights have had the same learning rate so far. But they do not live in the same landscape. In one direction the
// loss is flat, and a weight could take long steps; in another it is steep, and the same step would be a leap.
// *RMSProp* lets the gradients themselves decide. It was proposed by Geoffrey Hinton, not in a paper but on a slide of
// a lecture (lecture 6e of "Neural Networks for Machine Learning", 2012). If the gradients of a weight are always near
// zero, the loss is flat there, and its rate should be higher. If they are all over the place, it should be lower, or
// training diverges.
//
// How do you tell the two apart? Not by their average. Gradients that are large in both directions cancel out. So
// average their *squares*, which have no sign, and take the root at the end. (That is the name: root of the mean of the
// squares, used to propagate.)

extension TrainingProcess {
    func ratesOfTheirOwn() {
        // Three weights and 500 made-up gradients of each:
        var random = run.random
        let noise = Tensor.randn(500, using: &random).scalars
        let weights: [(name: String, gradients: [Float])] = [
            ("flat: near zero", noise.map { 0.01 * $0 }), ("all over the place", noise.map { 5 * $0 }),
            ("steady: about 1", noise.map { 1 + 0.1 * $0 }),
        ]
        var table = TextTable(
            ["gradients", "their average", "root of mean square", "rate, if the steady has 1"], decimals: 3)
        let steady = rootMeanSquare(weights[2].gradients)
        for (name, gradients) in weights {
            table.add(
                name, gradients.reduce(0, +) / 500, rootMeanSquare(gradients), steady / rootMeanSquare(gradients))
        }
        show(table, "The average does not tell flat from steep; the average of squares does")
    }
}

// So a step is divided by the root of an average of squares. As with momentum, it is a moving average. The book calls
// its factor `alpha`; we call it `squareMomentum`. It is usually 0.99:
//
//     sq ← alpha · sq + (1 − alpha) · grad²
//     w ← w − lr · grad / √(sq + eps)
//
// The small number `eps` keeps us from dividing by zero, 10⁻⁸ by default. Here are the two steppers as the book's code
// has them, `averageSquare` and `rmsPropStep`. They differ from that formula in two places. Can you find them?

/// square ← squareMomentum · square + g², beginning with 0. (The book's `average_sqr_grad`.)
public let averageSquare = Stepper("averageSquare", reads: ["squareMomentum"]) { p, now in
    let before = now.stored["square"] ?? .zeros(p.shape)
    return ["square": before * now.squareMomentum + p.grad!.squared()]
}

/// p ← p − learningRate · g / (√square + epsilon). (The book's `rms_prop_step`.)
public let rmsPropStep = Stepper("rmsPropStep", reads: ["learningRate", "epsilon"]) { p, now in
    let size = now["square"].sqrt() + now.epsilon
    p.update { value, grad in value.add(grad / size, times: -now.learningRate) }
    return [:]
}

// One: the new square is not damped by 1 − alpha, as the new gradient was not in momentum. (An erratum of the book.
// Later versions of its library have the factor.) Two: epsilon is added after the root is taken, not before. The
// formula as it is written is `dampedSquare` and `rmsPropStepInside`:

/// square ← squareMomentum · square + (1 − squareMomentum) · g², beginning with 0: the book's formula.
public let dampedSquare = Stepper("dampedSquare", reads: ["squareMomentum"]) { p, now in
    let before = now.stored["square"] ?? .zeros(p.shape)
    return ["square": before * now.squareMomentum + p.grad!.squared() * (1 - now.squareMomentum)]
}

/// p ← p − learningRate · g / √(square + epsilon): the book's formula.
public let rmsPropStepInside = Stepper("rmsPropStepInside", reads: ["learningRate", "epsilon"]) { p, now in
    let size = (now["square"] + now.epsilon).sqrt()
    p.update { value, grad in value.add(grad / size, times: -now.learningRate) }
    return [:]
}

extension Recipe {
    /// RMSProp by the book's code, with its settings.
    public static let rmsProp = Recipe(averageSquare, rmsPropStep, settings: ["squareMomentum": 0.99, "epsilon": 1e-7])
    /// RMSProp by the book's formula.
    public static let rmsPropByFormula = Recipe(
        dampedSquare, rmsPropStepInside, settings: ["squareMomentum": 0.99, "epsilon": 1e-8])
    /// RMSProp as in PyTorch and in the engine: damped, with epsilon outside the root.
    public static let dampedRMSProp = Recipe(
        dampedSquare, rmsPropStep, settings: ["squareMomentum": 0.99, "epsilon": 1e-8])
}

extension TrainingProcess {
    func sameStepForAll() {
        // What comes of it? Three weights get the same gradients, but in other units:
        var table = TextTable(["gradients", "first move", "second", "third"], decimals: 4)
        for unit in [1, 100, 0.01] as [Float] {
            let moves = moves(Recipe.rmsProp.make, gradients: [1, -2, 3].map { $0 * unit })
            table.add("\(unit) · (1, −2, 3)", moves[0], moves[1], moves[2])
        }
        show(
            table, "Moves of the book's RMSProp, at a rate of 1",
            predict: .choice(
                "One weight's gradients are a hundred times as large as another's. How large are its steps?",
                ["a hundred times as large", "ten times as large", "equally large"], answer: "equally large"))

        // The size of the gradients has vanished. What is left is their sign, and how large each is among its own.
    }

    // MARK: Helpers

    private func rootMeanSquare(_ x: [Float]) -> Float {
        (x.reduce(0) { $0 + $1 * $1 } / Float(x.count)).squareRoot()
    }
}
