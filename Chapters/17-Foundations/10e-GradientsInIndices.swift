// # The gradients, letter by letter
//
// Section 17.10 · After this page you can derive the gradients of a linear layer with pen and paper, and read them off
// as einsum strings, as matrix products and as loops.

import Figures
import Notebook
import Tensors

extension Foundations {
    func gradientsInIndices() {
        // The book leaves a derivation to the mathematically inclined. It takes no more than indices. A linear layer
        // computes, for every item n and every output j, a sum over the inputs i:
        //
        //     y[n,j] = Σᵢ x[n,i] · w[i,j] + b[j]
        //
        // Let g[n,j] be the gradient of the loss L with respect to y[n,j]; it has come back from the layers behind.
        // How does L change when a single weight w[i,j] does? This weight is in y[n,j] for every item n, and in no
        // other output. In y[n,j] it stands beside x[n,i], so that is its slope there. By the chain rule, all the ways
        // in which it reaches L add up:
        //
        //     ∂L/∂w[i,j] = Σₙ ∂L/∂y[n,j] · ∂y[n,j]/∂w[i,j] = Σₙ x[n,i] · g[n,j]
        //
        // An input x[n,i] is in y[n,j] for every j, beside w[i,j]. A bias b[j] is in y[n,j] for every n, with slope 1:
        //
        //     ∂L/∂x[n,i] = Σⱼ g[n,j] · w[i,j]          ∂L/∂b[j] = Σₙ g[n,j]
        //
        // That is all. Each line is an einsum string already (section 17.6): name the axes, and what is not named in
        // the result is summed over. And a sum over neighbouring letters is a matrix product: where they are not
        // neighbours, a transpose brings them together. (As g, any numbers of y's shape will do. Here they are y's
        // own.)
        let net = LittleNet(seed: run.seed)
        let (x, w, g) = (net.x, net.w1, linear(net.x, net.w1, net.b1))
        let letters = [einsum("ni,nj->ij", x, g), einsum("nj,ij->ni", g, w), einsum("nj->j", g)]
        let products = [x.T.matmul(g), g.matmul(w.T), g.sum(axis: 0)]
        var table = TextTable(["gradient of", "in indices", "einsum", "in code", "shape", "largest difference"])
        for (row, texts) in [
            ("w", "Σₙ x[n,i] · g[n,j]", "ni,nj->ij", "x.T.matmul(g)"),
            ("x", "Σⱼ g[n,j] · w[i,j]", "nj,ij->ni", "g.matmul(w.T)"), ("b", "Σₙ g[n,j]", "nj->j", "g.sum(axis: 0)"),
        ].enumerated() {
            let difference = largestDifference(letters[row], products[row])
            table.add(texts.0, texts.1, texts.2, texts.3, "\(products[row].shape)", difference)
        }
        show(
            table, "One derivation, three notations",
            predict: .choice(
                "n counts items, i inputs, j outputs. Which string is the gradient of w?",
                ["ni,nj->ij", "nj,ij->ni", "nj->j"], answer: "ni,nj->ij"))

        // You can check such a line without computing anything: the letters of the result must be those of what it is
        // the gradient of. Then, of the few products of x, w and g that fit, only one has them in that order.
    }
}
