// # In which order, and what has to be kept
//
// Section 17.9 · After this page you can say why the functions must run backwards, which numbers of the forward pass
// they need, and which they do not.

import Figures
import Notebook
import Tensors

// This page plays with the way back. `WayBack` is the forward pass of the pencil net, without its loss, and the four
// functions that go back, each with a name and with the variable whose gradient it needs. That allows us to run them in
// any order, and to change something in between:

/// The four steps back through the pencil net.
struct WayBack {
    /// What the forward pass leaves for the way back.
    struct Results { var x, l1, l2, output: Tensor }

    struct Step {
        let name: String
        /// The variable whose gradient must be there; nil for the loss, where all begins.
        let needs: Variable?
        let run: () -> Void
    }

    let slots: LittleNetVariables
    /// In the right order.
    let steps: [Step]

    /// - Parameter change: may tamper with the results before the functions get them.
    init(_ net: PencilNet, change: (inout Results) -> Void = { _ in }) {
        let (first, target) = (linear(net.x, net.w1, net.b1), net.y)
        var results = Results(x: net.x, l1: first, l2: relu(first), output: linear(relu(first), net.w2, net.b2))
        change(&results)
        let slots = LittleNetVariables(x: results.x, w1: net.w1, b1: net.b1, w2: net.w2, b2: net.b2)
        let (l1, l2, output) = (Variable(results.l1), Variable(results.l2), Variable(results.output))
        self.slots = slots
        steps = [
            Step(name: "mse", needs: nil) { mseGradient(output, target) },
            Step(name: "second linear", needs: output) { linearGradient(l2, output, slots.w2, slots.b2) },
            Step(name: "relu", needs: l2) { reluGradient(l1, l2) },
            Step(name: "first linear", needs: l1) { linearGradient(slots.x, l1, slots.w1, slots.b1) },
        ]
    }

    /// How many steps get done in this order, before one of them does not find the gradient that it needs.
    func stepsDone(in order: [Int]) -> Int {
        for (done, place) in order.enumerated() {
            if let needed = steps[place].needs, needed.g == nil { return done }
            steps[place].run()
        }
        return order.count
    }

    /// The five gradients by name, after all steps in the right order.
    func gradients() -> [(name: String, value: Tensor)] {
        for step in steps { step.run() }
        let all = [("x", slots.x), ("w1", slots.w1), ("b1", slots.b1), ("w2", slots.w2), ("b2", slots.b2)]
        return all.map { ($0, $1.gradient) }
    }
}

extension Foundations {
    func theLossIsNotUsed() {
        // `forwardAndBackward` computes the loss, and then? Nothing reads it. This way back never had one:
        let net = PencilNet()
        let whole = net.variables
        forwardAndBackward(whole, net.y)
        let withoutLoss = WayBack(net).gradients()
        show(
            withoutLoss[1].value.scalars == whole.w1.gradient.scalars, "without a loss, the gradient of w1 is the same",
            ask: "Would the gradients be the same if the loss were never computed?")

        // A gradient says how the loss changes. Where it stands does not matter for that. We compute it to look at.
    }
}

// Now the order. `orders` makes all there are:

/// All orders of the numbers 0 ..< count.
func orders(of count: Int) -> [[Int]] {
    (0..<count).reduce([[]]) { shorter, next in
        shorter.flatMap { order in (0...order.count).map { Array(order[..<$0]) + [next] + order[$0...] } }
    }
}

extension Foundations {
    func allOrders() {
        // Four functions have 24 orders. How far does each of them get?
        let done = orders(of: 4).map { WayBack(PencilNet()).stepsDone(in: $0) }
        var table = TextTable(["functions that ran", "orders"])
        for count in 0...4 { table.add("\(count) of 4", done.count { $0 == count }) }
        show(
            table, "What becomes of the 24 orders",
            predict: .count("In how many of the 24 orders do all four functions find what they need?", 1))

        // Only the reverse of the forward pass works. Any function that comes too early asks for a gradient that is not
        // there yet, and the program ends:
        //
        //     the gradient of [1, 2]: nothing has computed it yet
        //       try: the gradient functions in the reverse order of the forward pass
        //
    }

    func whatIsRead() {
        // Each function computes with numbers of the forward pass. Which of them matter? Change one after the other
        // before going back, and see which gradients notice:
        let changes: [(name: String, change: (inout WayBack.Results) -> Void)] = [
            ("x + 1", { $0.x = $0.x + 1 }), ("3 · l1, with the same signs", { $0.l1 = 3 * $0.l1 }),
            ("-l1, with other signs", { $0.l1 = -$0.l1 }), ("l2 + 1", { $0.l2 = $0.l2 + 1 }),
            ("out + 1", { $0.output = $0.output + 1 }),
        ]
        let before = WayBack(PencilNet()).gradients()
        var table = TextTable(["changed to", "gradients that notice"])
        for (name, change) in changes {
            let after = WayBack(PencilNet(), change: change).gradients()
            let noticing = zip(before, after).filter { $0.value.scalars != $1.value.scalars }.map { $0.0.name }
            table.add(name, noticing.isEmpty ? "none" : noticing.joined(separator: ", "))
        }
        show(
            table, "What the backward functions read",
            predict: .yesNo("Does any gradient notice if l1 is three times as large, with the same signs?", false))

        // A linear layer reads what went into it, the loss reads the output and the targets, and a ReLU reads signs, no
        // more. (l2 is above 0 exactly where l1 is. So one of the two is enough, and the engine keeps the output.)
        //
        // That is why the forward pass keeps its intermediate results, and why training a net takes so much more memory
        // than using it. Each of them is wanted once more, on the way back, and only then may it go.
        let (kept, parameters) = (200 * (100 + 50 + 50 + 1), 100 * 50 + 50 + 50 + 1)
        show(
            "\(4 * kept) bytes of x, l1, l2 and out, and \(4 * parameters) bytes of parameters",
            "what the little net keeps for the way back, and what it consists of")
    }
}
