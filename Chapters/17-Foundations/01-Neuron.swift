// # Modelling a neuron
//
// Section 17.1 · After this page you can write a neuron, and a layer of neurons, with nothing but the language itself.

import Figures
import Notebook
import Tensors

// A neuron receives some numbers and gives one number. Each input has a *weight*, which says how much that input
// counts, and the neuron has a *bias*, which it adds whatever comes in:
//
//     out = x₁·w₁ + x₂·w₂ + … + b
//
// That needs no library. `zip` pairs inputs with weights, `map(*)` multiplies each pair, and `reduce` adds the products
// up, beginning with the bias. One thing has to be watched: `zip` stops without a word at the end of the shorter list.
// A neuron that ignores an input is a mistake, so it stops the program. (`require` does that, with a message.)

/// Σ xᵢ·wᵢ + b, what one neuron makes of its inputs.
public func neuron(inputs: [Float], weights: [Float], bias: Float) -> Float {
    require(
        inputs.count == weights.count, "a neuron with \(weights.count) weights", "it gets \(inputs.count) inputs")
    return zip(inputs, weights).map(*).reduce(bias, +)
}

extension Foundations {
    func oneNeuron() {
        // Three inputs, three weights:
        show(
            neuron(inputs: [1, 2, 3], weights: [0.5, -1, 2], bias: 0.25), "1·0.5 + 2·(−1) + 3·2 + 0.25",
            ask: "A neuron has the weights 0.5, −1 and 2 and the bias 0.25. What does it make of 1, 2 and 3?")
    }
}

// What comes out goes through a *nonlinearity*, also called the activation function. The usual one is ReLU, the
// rectified linear unit. Here it is for one number; section 17.8 has it for tensors:

/// 0 if x is negative, else x, for a single number. (The book's `relu`.)
public func relu(_ x: Float) -> Float { x < 0 ? 0 : x }

extension Foundations {
    func whatWeightsDo() {
        let inputs: [Float] = [-2, -0.5, 0, 0.5, 2]
        show(inputs.map { relu($0) }, "relu of −2, −0.5, 0, 0.5 and 2")

        // With one input you can see what weight and bias are for. The weight is the slope, and its sign says on which
        // side the output rises. The bias moves the place where it begins to rise:
        let neurons: [(w: Float, b: Float)] = [(1, 0), (1, -1), (2, -1), (-0.5, 0.5)]
        show(
            Chart("Weight: how steep. Bias: from where on", x: "input x", y: "relu(x·w + b)") {
                for (w, b) in neurons {
                    Line.function(-2...3, "w = \(w), b = \(b)") { x in
                        Double(relu(neuron(inputs: [Float(x)], weights: [w], bias: b)))
                    }
                }
            }, "Four neurons with one input each")
    }
}

// A *layer* is a list of neurons that all get the same inputs. Since each input is linked to each neuron, such a layer
// is called *fully connected*, or *dense*, or simply *linear*. How many neurons it has is up to us. If it is not the
// last layer, its outputs are seen by no one outside, and their number is called the *hidden size*.
//
// Inputs come in batches. So the layer gets a table, one row for each item, and it makes a table, one row for each item
// and one column for each neuron. For every pair of a row and a neuron it computes one weighted sum. It has a second
// `zip`, of the neurons and their biases, which has to be watched as well:

/// A dense layer with plain lists.
///
/// x [batch][inputs] · weights [neurons][inputs] · bias [neurons] → [batch][neurons]
public func denseLayer(_ x: [[Float]], weights: [[Float]], bias: [Float]) -> [[Float]] {
    require(weights.count == bias.count, "a layer of \(weights.count) neurons", "it has \(bias.count) biases")
    return x.map { item in
        zip(weights, bias).map { neuronWeights, neuronBias in
            neuron(inputs: item, weights: neuronWeights, bias: neuronBias)
        }
    }
}

extension Foundations {
    func aLayerOfLists() {
        // (Formulas and pictures count from 1, as mathematics does: y₂ is what the second neuron gives. Code counts
        // from 0.)
        show(
            LayerDiagram(inputs: 3, neurons: 4, highlighted: 2, title: "Every input goes into every neuron"),
            "A dense layer with 3 inputs and 4 neurons",
            predict: .count("How many weights does a dense layer of 4 neurons with 3 inputs have?", 12))

        // The weights of neuron j are row j of the table of weights. Here are two neurons, and a batch of two items:
        let (weights, bias): ([[Float]], [Float]) = ([[0.5, -1, 2], [1, 1, 1]], [0.25, 0])
        let batch: [[Float]] = [[1, 2, 3], [0, 0, 1]]
        show(denseLayer(batch, weights: weights, bias: bias), "two items in, two sums for each of them out")

        // For a digit of 28 × 28 pixels there are 784 inputs. Here are a batch of five digits and ten neurons, all of
        // them random numbers. (`digits[i].scalars` is row i of a tensor as a list.)
        var random = run.random
        let (digits, layer) = (Tensor.randn(5, 784, using: &random), Tensor.randn(10, 784, using: &random))
        let sums = denseLayer(
            (0..<5).map { digits[$0].scalars }, weights: (0..<10).map { layer[$0].scalars },
            bias: Array(repeating: 0, count: 10))
        show(
            [sums.count, sums[0].count], "rows and columns of what comes out",
            ask: "Five digits go through a dense layer of ten neurons. What is the shape of the result?")

        // Each of these fifty sums has 784 products: 39,200 multiplications for one small layer. So it is worth while
        // to do them well, and the next six sections do nothing else. But first: how is this a product of matrices?
    }
}
