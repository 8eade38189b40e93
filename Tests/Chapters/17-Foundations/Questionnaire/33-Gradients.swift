// Questions 17.33 to 17.36: the chain rule, and gradients by hand.

import Chapter17
import Tensors
import TestSupport
import Testing

extension `17 Questionnaire` {
    /// 17.33 · Write down the chain rule, in whichever form you like better.
    ///
    /// For y = g(u) and u = f(x): dy/dx = dy/du · du/dx. Or, with the functions themselves, (g ∘ f)'(x) = g'(f(x)) ·
    /// f'(x). The slope of g is taken where g gets its input, at f(x), not at x.
    ///
    /// - Shown by: `chainRule` in Chapters/17-Foundations/09-ChainRule.swift
    @Test(arguments: [-3, 1, 2] as [Double])
    func `17.33 the slope of a chain is the product of the slopes`(_ x: Double) {
        let (f, g) = ({ (x: Double) in 3 * x - 1 }, { (u: Double) in u * u * u })
        let (inner, outer) = (centralDifference(at: x, f), centralDifference(at: f(x), g))
        let whole = centralDifference(at: x) { g(f($0)) }
        #expect(abs(whole - outer * inner) < 1e-4 && abs(inner - 3) < 1e-6)
        #expect(abs(whole - centralDifference(at: x, g) * inner) > 1)  // the slope of g at x is another one
    }

    /// 17.34 · The loss is mse(linear(l2, w2, b2), y). How does the chain rule give its gradients?
    ///
    /// With out = linear(l2, w2, b2), each of them is ∂mse(out, y)/∂out times the slope of `linear` with respect to
    /// what is asked for. The first factor is 2 (out - y) / n, the same for all three. Call it out.g. Then the gradient
    /// of l2 is out.g · w2ᵀ, that of w2 is l2ᵀ · out.g, and that of b2 is out.g, summed over the items.
    ///
    /// - Shown by: `linearGradient` in Chapters/17-Foundations/09b-TheWayBack.swift
    /// - Shown by: `linearGradientByLoops` in Chapters/17-Foundations/09d-LinearGradient.swift
    @Test func `17.34 the gradient of the output, times what the layer had`() {
        var random = SplitMix64(seed: 1734)
        let (l2, y) = (Tensor.randn(6, 4, using: &random).requiringGrad(), Tensor.randn(6, using: &random))
        let (w2, b2) = (
            Tensor.randn(4, 1, using: &random).requiringGrad(), Tensor.randn(1, using: &random).requiringGrad()
        )
        let out = linear(l2, w2, b2)
        mse(out, y).backward()
        let outGradient = (2 * (out.detached().squeezed(-1) - y) / 6).unsqueezed(-1)
        expectClose(outGradient.matmul(w2.detached().T), l2.grad!)
        expectClose(l2.detached().T.matmul(outGradient), w2.grad!)
        expectClose(outGradient.sum(axis: 0), b2.grad!)
    }

    /// 17.35 · What is the gradient of a ReLU, as a formula or as code?
    ///
    /// Its slope is 1 where x > 0, and 0 where x < 0: as code, `Tensor(x .> 0)`, times the gradient of the output. At 0
    /// there is a kink and no slope; one takes 0.
    ///
    /// - Shown by: `reluGradient` in Chapters/17-Foundations/09b-TheWayBack.swift
    /// - Shown by: `atTheKink` in Chapters/17-Foundations/09g-Mistakes.swift
    @Test func `17.35 what arrives goes on where x is above 0`() {
        let x = Tensor([-2, -0.5, 0, 0.5, 2])
        let (input, output) = (Variable(x), Variable(relu(x)))
        output.g = Tensor([10, 20, 30, 40, 50])
        reluGradient(input, output)
        #expect(input.g!.scalars == [0, 0, 0, 40, 50])
        for (place, slope) in [(0, 0), (1, 0), (3, 1), (4, 1)] as [(Int, Double)] {
            #expect(abs(centralDifference(at: Double(x[place].item)) { max($0, 0) } - slope) < 1e-9)
        }
        let tracked = x.requiringGrad()
        (tracked.relu() * Tensor([10, 20, 30, 40, 50])).sum().backward()
        #expect(tracked.grad!.scalars == input.g!.scalars)
    }

    /// 17.36 · There are `mseGradient`, `reluGradient` and `linearGradient`. In which order do you call them, and why
    /// not in another?
    ///
    /// In the reverse order of the forward pass: first the loss, then the last layer, and so on back to the first. Each
    /// of them multiplies by the gradient of its own output, and that is made by the function for what came after it in
    /// the forward pass.
    ///
    /// - Shown by: `forwardAndBackward` in Chapters/17-Foundations/09b-TheWayBack.swift
    /// - Shown by: `allOrders` in Chapters/17-Foundations/09f-OrderAndMemory.swift
    @Test func `17.36 of all orders, the reverse one alone finds every gradient that it needs`() {
        let net = PencilNet()
        func runsThrough(_ order: [Int]) -> Bool {
            let slots = net.variables
            let l1 = Variable(linear(net.x, net.w1, net.b1))
            let l2 = Variable(relu(l1.value))
            let output = Variable(linear(l2.value, net.w2, net.b2))
            // In forward order, each with the output whose gradient it needs.
            let steps: [(needs: Variable?, run: () -> Void)] = [
                (l1, { linearGradient(slots.x, l1, slots.w1, slots.b1) }), (l2, { reluGradient(l1, l2) }),
                (output, { linearGradient(l2, output, slots.w2, slots.b2) }), (nil, { mseGradient(output, net.y) }),
            ]
            for place in order {
                if let needed = steps[place].needs, needed.g == nil { return false }
                steps[place].run()
            }
            return slots.w1.g?.scalars == [24, 0, 12, 0]
        }
        var orders: [[Int]] = [[]]
        for next in 0..<4 {
            orders = orders.flatMap { order in (0...next).map { order[..<$0] + [next] + order[$0...] } }
        }
        #expect(orders.count == 24 && orders.filter(runsThrough) == [[3, 2, 1, 0]])
    }
}
