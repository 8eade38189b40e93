// # Mistakes, and what they look like
//
// Section 17.9 · After this page you can recognize the most common mistakes in a backward pass: those that end the
// program, and those that nobody tells you about.

import Figures
import Notebook
import Tensors

extension Foundations {
    func backwardTwice() {
        // **A second backward pass** through the same graph. The engine frees a graph on its way back, since each part
        // of it is wanted once. Ask again, and the program ends:
        //
        //     backward through mean []: its graph was freed by an earlier backward
        //       try: backward(retainGraph: true) the first time, or compute the value again
        //
        // **Gradients that are not cleared.** Keep the graph, as that message says, and go back twice:
        let net = PencilNet()
        let w1 = net.w1.requiringGrad()
        let loss = mse(linear(relu(linear(net.x, w1, net.b1)), net.w2, net.b2), net.y)
        loss.backward(retainGraph: true)
        let once = w1.grad![0, 0].item
        loss.backward()
        show(
            w1.grad![0, 0].item, "gradient of the first weight after two passes; after one it was \(once)",
            ask: "After one pass the gradient of a weight is 24. What is it after two, if nobody clears it in between?")

        // No error, and twice the gradient: the engine adds to what is there. A training loop that does not clear it
        // walks with the sum of all gradients since the start (section 4.13 shows how that ends). Our own functions
        // write `=`, and have no such problem. Would that be the better rule?
    }

    func usedTwice() {
        // It would not. A variable may be used twice. Here both layers share one weight, and the output is w · (w · x +
        // 1). For x = 3, its slope at w = 2 is 2 · w · x + 1 = 13. (The way back starts at the output. So its gradient
        // is given: by hand in `output.g`, and for the engine as the argument of `backward(gradient:)`.)
        let (x, w) = (Variable(Tensor([[3]])), Variable(Tensor([[2]])))
        let (one, zero) = (Variable(Tensor([1])), Variable(Tensor([0])))
        let hidden = Variable(linear(x.value, w.value, one.value))
        let output = Variable(linear(hidden.value, w.value, zero.value))
        output.g = Tensor([[1]])
        linearGradient(hidden, output, w, zero)
        let second = w.gradient.item
        linearGradient(x, hidden, w, one)
        let first = w.gradient.item
        let tracked = w.value.requiringGrad()
        linear(linear(x.value, tracked, one.value), tracked, zero.value).backward(gradient: Tensor([[1]]))
        var table = TextTable(["", "gradient of w"])
        table.add("from the second layer", second)
        table.add("from the first layer, which overwrites it", first)
        table.add("their sum", first + second)
        table.add("the engine's", tracked.grad!.item)
        show(
            table, "A weight that two layers share",
            predict: .number("The output is w · (w · x + 1), with w = 2 and x = 3. What is the gradient of w?", 13))

        // What reaches the loss by two paths has two effects, and they add up. So a gradient must be added to, and
        // that is why it must be cleared: the price of a rule that is right. (`linearGradient` is right as long as
        // nothing is shared, as in the little net.)
    }

    func atTheKink() {
        // **`>=` in place of `>`** in the gradient of a ReLU. On random numbers nobody notices, because none of them is
        // exactly 0:
        let net = LittleNet(seed: run.seed)
        let l1 = linear(net.x, net.w1, net.b1)
        show((l1 .== 0).trueCount, "numbers of l1 that are 0, out of \(l1.count)")

        // But there are zeros in real life: an image without ink with a bias of 0, padding, a layer that starts with
        // zeros. Then the two rules say different things. So, by the way, do three ways to write the same function, in
        // PyTorch as in our engine:
        func slope(_ f: (Tensor) -> Tensor) -> Float {
            let x = Tensor([0]).requiringGrad()
            f(x).sum().backward()
            return x.grad!.item
        }
        var table = TextTable(["max(x, 0), written as", "its slope at 0"], decimals: 1)
        table.add("x.relu()", slope { $0.relu() })
        table.add("x.maximum(0)", slope { $0.maximum(0) })
        table.add("x.clamped(min: 0)", slope { $0.clamped(min: 0) })
        table.add("a central difference", Float(centralDifference(at: 0) { max($0, 0) }))
        show(
            table, "The slope of a ReLU where it has none",
            predict: .choice(
                "x.relu(), x.maximum(0), x.clamped(min: 0): do the slopes of these three agree at x = 0?",
                ["all three agree", "two agree", "all three differ"],
                answer: "all three differ"))

        // The `relu` of section 17.8 is the last of the three. So at exactly 0 `reluGradient` differs from what the
        // engine says of it. None of these is wrong: at a kink every number between both slopes may be called a slope,
        // and everybody has to choose. 0 is the usual one, and with it a neuron of zeros stays as it is. Take the
        // little net with a first layer of zeros:
        let zeros = Tensor.zeros(200, 50)
        let arriving = Tensor.ones(200, 50)
        let strict = net.x.T.matmul(Tensor(zeros .> 0) * arriving).abs().max().item
        let lax = net.x.T.matmul(Tensor(zeros .>= 0) * arriving).abs().max().item
        show("\(strict) with >, \(lax) with >=", "largest gradient of w1, if all of l1 is 0")
    }

    func forgottenTranspose() {
        // **A forgotten transpose.** `output.gradient.matmul(w.value)` in place of `w.value.T`. In the little net,
        // shapes find it:
        //
        //     matmul [200, 1] × [50, 1]: inner sizes differ (1 ≠ 50)
        //       try: the second operand transposed
        //
        // But in a layer with as many inputs as outputs it fits, and nobody says a word:
        var random = run.random
        let (x, w, b) = (Tensor.randn(50, 4, using: &random), Tensor.randn(4, 4, using: &random), Tensor.zeros(4))
        let G = Tensor.randn(50, 4, using: &random)
        let (right, wrong) = (G.matmul(w.T), G.matmul(w))
        let direction = Tensor.randn(50, 4, using: &random)
        let before = (linear(x - 0.01 * direction, w, b) * G).sum()
        let after = (linear(x + 0.01 * direction, w, b) * G).sum()
        var table = TextTable(["gradient of x", "shape", "Σ g · d", "by a central difference"], decimals: 3)
        for (name, gradient) in [("with the transpose", right), ("without", wrong)] {
            table.add(name, "\(gradient.shape)", (gradient * direction).sum().item, ((after - before) / 0.02).item)
        }
        show(table, "A square layer: the shape is right, and a step in a random direction d finds the mistake")
    }

    func everyOutputToTheMean() {
        // **A missing squeeze** goes on being quiet on the way back. Its loss compares every output with every target,
        // so each output is drawn to the mean of all targets. Take outputs 1 and 3, whose targets are 0 and 4:
        let (outputs, target) = (Tensor([[1], [3]]).requiringGrad(), Tensor([0, 4]))
        (outputs - target).squared().mean().backward()
        let squeezed = Variable(outputs.detached())
        mseGradient(squeezed, target)
        show(squeezed.gradient.flattened(), "gradient with the squeeze: a step against it leads down to 0 and up to 4")
        show(
            outputs.grad!.flattened(), "and without it: up and down, to 2",
            predict: .choice(
                "Outputs 1 and 3, targets 0 and 4. Without the squeeze, where do steps against the gradient lead?",
                ["to 0 and to 4", "both to 2, the mean of the targets"],
                answer: "both to 2, the mean of the targets"))
    }
}
