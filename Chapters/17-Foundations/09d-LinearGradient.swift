// # The gradients of a linear layer, derived
//
// Section 17.9 · After this page you can derive the three gradients of a linear layer from its formula, and say which
// part of the formula became which part of the code.

import Figures
import Notebook
import Tensors

// The last pages took these lines on trust:
//
//     x.g = y.g · wᵀ        w.g = xᵀ · y.g        b.g = Σ y.g, over the items
//
// Here is where they come from. (The book leaves this to readers who like mathematics. It takes nothing but the chain
// rule and some patience with indices.)
//
// **One number.** The layer computes number j of item i as
//
//     y[i, j] = Σₖ x[i, k] · w[k, j] + b[j]
//
// The loss depends on all the y[i, j], and for each of them we know by how much: G[i, j] = ∂loss/∂y[i, j], the gradient
// that came back from the next layer. Now nudge a single weight, w[k, j]. Which of the y does it reach? Those of column
// j, in *every* item i. And how strongly? y[i, j] rises x[i, k] times as fast. Each of these y moves the loss, and the
// effects add up:
//
//     ∂loss/∂w[k, j] = Σᵢ x[i, k] · G[i, j]
//
// A number x[i, k] reaches the y of its own item i, in *every* column j, w[k, j] times as fast. A bias b[j] reaches
// column j in every item i, once:
//
//     ∂loss/∂x[i, k] = Σⱼ G[i, j] · w[k, j]
//     ∂loss/∂b[j]    = Σᵢ G[i, j]
//
// In loops, the three sums are a single pass: each of the n · in · out products of the forward pass sends something
// back to its two factors.

/// The three gradients by their index formulas: x [n, in], w [in, out], G [n, out].
public func linearGradientByLoops(
    x: Tensor, w: Tensor, gradient G: Tensor
) -> (x: Tensor, w: Tensor, b: Tensor) {
    let isLayer = x.rank == 2 && w.rank == 2 && x.shape[1] == w.shape[0] && G.shape == [x.shape[0], w.shape[1]]
    require(isLayer, "gradients of a layer", "x \(x.shape), w \(w.shape) and G \(G.shape) do not belong together")
    let (items, inputs, outputs) = (x.shape[0], w.shape[0], w.shape[1])
    var (dx, dw, db) = (Tensor.zeros(x.shape), Tensor.zeros(w.shape), Tensor.zeros(outputs))
    for i in 0..<items {
        for j in 0..<outputs {
            db[j] = db[j] + G[i, j]
            for k in 0..<inputs {
                dw[k, j] = dw[k, j] + x[i, k] * G[i, j]
                dx[i, k] = dx[i, k] + G[i, j] * w[k, j]
            }
        }
    }
    return (dx, dw, db)
}

// **All numbers at once.** A sum over a shared index is a matrix product, if the index is the last of the left factor
// and the first of the right one. In Σⱼ G[i, j] · w[k, j] it is the last of both. So w is transposed, which swaps its
// two indices, and the sum is G · wᵀ. In Σᵢ x[i, k] · G[i, j] it is the first of both, so x is transposed: xᵀ · G. That
// makes the three lines of `linearGradient`:
//
//     input.g = output.gradient.matmul(w.value.T)     G · wᵀ           Σⱼ G[i, j] · w[k, j]
//     w.g = input.value.T.matmul(output.gradient)     xᵀ · G           Σᵢ x[i, k] · G[i, j]
//     b.g = output.gradient.sum(axis: 0)              Σ of its rows    Σᵢ G[i, j]
//
// Or leave the indices as they are, and write them down as section 17.6 does:

extension Foundations {
    func threeWaysToWriteIt() {
        // The three formulas as loops, as strings of `einsum`, and as `linearGradient` has them:
        var random = run.random
        let (x, w) = (Variable(.randn(6, 4, using: &random)), Variable(.randn(4, 3, using: &random)))
        let (b, y) = (Variable(.zeros(3)), Variable(.zeros(6, 3)))
        let G = Tensor.randn(6, 3, using: &random)
        let loops = linearGradientByLoops(x: x.value, w: w.value, gradient: G)
        y.g = G
        linearGradient(x, y, w, b)
        let formulas: [(String, String, loops: Tensor, einsum: Tensor, matrices: Variable)] = [
            ("x [n, in]", "Σⱼ G[i, j] · w[k, j]", loops.x, einsum("ij,kj->ik", G, w.value), x),
            ("w [in, out]", "Σᵢ x[i, k] · G[i, j]", loops.w, einsum("ik,ij->kj", x.value, G), w),
            ("b [out]", "Σᵢ G[i, j]", loops.b, einsum("ij->j", G), b),
        ]
        var table = TextTable(["gradient of", "by indices", "loops - products", "loops - einsum"], decimals: 8)
        for (name, formula, loops, einsum, matrices) in formulas {
            let differences = [einsum, matrices.gradient].map { largestDifference(loops, $0) }
            table.add(name, formula, differences[1], differences[0])
        }
        show(table, "Largest differences of the loops from matrix products, and from einsum")
        show(
            x.gradient.shape == x.value.shape && w.gradient.shape == w.value.shape,
            "every gradient has the shape of what it belongs to",
            ask: "Does each gradient have the shape of the tensor that it belongs to?")
    }

    func whatIsNeverBuilt() {
        // The chain rule for many variables multiplies matrices of slopes, one for every pair of an output and an input
        // (*Jacobians*). For the first layer of the little net, that matrix would have a row for each of its 200 · 50
        // outputs, and a column for each of the 200 · 100 numbers of x:
        let entries = (200 * 50) * (200 * 100)
        show("\(entries) slopes, \(entries * 4 / 1_000_000) megabytes", "the Jacobian of one small layer")

        // Nearly all of them are 0, since an item does not reach another. For a single item, the matrix is wᵀ. Here it
        // is by nudging, half a unit to each side. That makes a distance of 1, so there is nothing to divide by. And it
        // may be that large because a linear layer has no curves:
        let net = PencilNet()
        let slopes = Tensor.stack(
            (0..<2).map { k in
                let nudge = Tensor([[k == 0 ? 0.5 : 0, k == 1 ? 0.5 : 0]])
                let (up, down) = (linear(net.x + nudge, net.w1, net.b1), linear(net.x - nudge, net.w1, net.b1))
                return (up - down)[0]
            }, axis: 1)
        show(slopes, "∂l1/∂x of the pencil net, by nudging: its w1 transposed")

        // Multiply the gradient of the output by it, and what comes out is what `linearGradient` says:
        show(Tensor([[12, 0]]).matmul(slopes), "the gradient of l1, [12, 0], times that")

        // So a backward function never builds the matrix of slopes. It goes straight to the product of a gradient with
        // it. This is why going back costs about as much as going forward, twice: one product for x, one for w.
    }
}
