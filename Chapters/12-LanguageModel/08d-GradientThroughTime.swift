// # How far a gradient reaches
//
// Section 12.8 · After this page you can measure how much the state after t steps depends on the first one.

import Common
import Figures
import Layers
import Notebook
import Tensors

// Now a real recurrent layer. What does the state hₜ after t steps owe to the first state h₀? Each of its 64 numbers
// depends on each of 64 numbers, so the answer is a matrix of slopes, ∂hₜ/∂h₀. The formula of a step is h' = tanh(… +
// Wₕ · h), and by the chain rule there is a factor for every step, the slopes of the tanh times the matrix:
//
//     ∂hₜ/∂h₀ = diag(1 - hₜ²) · Wₕ · diag(1 - hₜ₋₁²) · Wₕ · … · diag(1 - h₁²) · Wₕ
//
// So here they are, the many products with one matrix. (Exercise 12.13 multiplies them.) The backward pass can find the
// same matrix without a formula. There is a trick to get all of it at once. Take a batch of 64 equal copies of the
// state, and let row k of the batch ask for the gradient of number k alone:

/// ∂end/∂h₀ as a matrix [n, n]: row k has the slopes of number k at the end. h₀ [n] · end: [n, n] → [n, n], row by row
public func slopes(of end: (Tensor) -> Tensor, at start: Tensor) -> Tensor {
    let n = start.count
    let copies = Tensor(shape: [n, n], (0..<n).flatMap { _ in start.scalars }).requiringGrad()
    end(copies).backward(gradient: .eye(n))
    return copies.grad!
}

// A matrix that changes nothing, the identity, has √n as the root of the sum of its squares. Divided by that, the size
// of a matrix says how much it stretches a random vector, on average: 1 for the identity.

/// How much a matrix [n, n] stretches a random vector (the root of the mean square).
public func stretch(_ matrix: Tensor) -> Float {
    (matrix.norm() / Float(matrix.shape[0]).squareRoot()).item
}

extension LanguageModel {
    func slopesOfALinearNet() {
        // To trust the trick, try it where the answer is known. Without a nonlinearity, two steps are a product with W
        // twice:
        var random = run.random
        let w = Tensor.randn(4, 4, using: &random)
        let found = slopes(of: { $0.matmul(w.T).matmul(w.T) }, at: .zeros(4))
        show(relativeDifference(found, w.matmul(w)) < 1e-5, "slopes after two linear steps equal W · W")
        show(stretch(.eye(64)), "stretch of the identity", ask: "How much does the identity stretch a vector?")
    }
}

// Next, a recurrent layer with 64 numbers, which reads 40 random vectors. `sizesOverTime` measures the stretch after 1,
// 2, 4, … of them:

/// The stretch of ∂hₜ/∂h₀ for each of the times: x [steps, inputs], weights of the layer.
func sizesOverTime(
    _ times: [Int], _ x: Tensor, _ weights: RecurrentWeights, _ activation: RecurrentActivation
) -> [Float] {
    let n = weights.hidden.shape[1]
    return times.map { t in
        let read = x[..<t].unsqueezed(0).expanded(to: [n, t, x.shape[1]])
        return stretch(slopes(of: { read.rnn(weights, from: $0, activation)[0..., -1] }, at: .zeros(n)))
    }
}

extension LanguageModel {
    func gradientThroughTime() {
        // The layer begins as the engine (and PyTorch) begins it. How large is the growth rate of its matrix Wₕ, in the
        // sense of this section's first page?
        var random = run.random
        let layer = RNN(64, 64, using: &random).layers[0]
        let x = Tensor.randn(40, 64, using: &random)
        let weights = layer.weights
        let rate = growthRate(weights.hidden)
        show(
            fixed(rate, 3), "growth rate of a fresh layer's matrix",
            predict: .yesNo(
                "A layer as PyTorch begins it: does its matrix make vectors longer in the long run?", rate > 1)
        )

        // Uniform numbers in ±1/8 have a standard deviation of 1/(8√3), and a random matrix of 64 rows has √64 times
        // that as its growth rate, roughly: 1/√3, or 0.58. So at the beginning, gradients must vanish. Multiply the
        // matrix to give it other rates (`scaled`), and look at both activations, each in a `chart`:
        let times = [1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 28, 32, 36, 40]
        let rates: [Float] = [0.58, 1, 2, 4]
        func scaled(_ wanted: Float) -> RecurrentWeights {
            var scaled = weights
            scaled.hidden = weights.hidden.detached() * (wanted / Float(rate))
            return scaled
        }
        func chart(_ name: String, _ activation: RecurrentActivation) -> Chart {
            Chart(name, x: "steps t", y: "stretch of ∂hₜ/∂h₀", yLimits: 1e-14...1e14, yScale: .logarithmic) {
                for wanted in rates {
                    Line(times, sizesOverTime(times, x, scaled(wanted), activation), "growth rate \(wanted)")
                }
                Rule(y: 1)
            }
        }
        show(
            ChartGrid(
                [chart("tanh", .tanh), chart("ReLU", .relu)], columns: 2,
                title: "Down: the slopes vanish. Up: they explode."),
            "How much the state after t steps depends on the first")
        let (fresh, late) = (sizesOverTime([1], x, weights, .tanh)[0], sizesOverTime([32], x, weights, .tanh)[0])
        record("reach/rnn-fresh-1-step", fresh)
        record(
            "reach/rnn-fresh-32-steps", late,
            predict: .choice(
                "After one step, about half of a change of the state is left. And after 32 steps?",
                ["about a tenth", "about a thousandth", "less than a millionth"],
                answer: late < 1e-6 ? "less than a millionth" : late < 0.01 ? "about a thousandth" : "about a tenth"))

        // A fresh layer forgets its first state so thoroughly that training begins without a trace of it: what is read
        // 32 tokens later may depend on it, but the gradient that would say so is lost in the rounding of others. It
        // need not stay so. Training changes the matrix, and section 12.11 measures how far the gradients of a trained
        // net reach.
        //
        // A larger matrix does not make it right. With a tanh it works against the slopes: it drives the state towards
        // -1 and 1, and there the slope is close to 0. With a ReLU nothing holds the numbers back, and the lines go up
        // as steeply as they went down. Between the two there is a narrow range.
    }
}
