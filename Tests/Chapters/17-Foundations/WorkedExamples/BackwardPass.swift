// The gradients of section 17.9: by hand, from PyTorch, from the engine, and from the loss itself.

import Chapter17
import Tensors
import TestSupport
import Testing
import Training

@Suite struct `17.9 The chain rule` {
    @Test func `y = u² and u = 3x - 1 has the slope 30 at 2`() {
        #expect(abs(centralDifference(at: 2) { (3 * $0 - 1) * (3 * $0 - 1) } - 30) < 1e-6)
    }

    @Test func `a central difference of a parabola is exact, and of a kink the mean of both slopes`() {
        #expect(centralDifference(at: 3, h: 0.5) { $0 * $0 } == 6)
        #expect(centralDifference(at: 0, h: 0.25) { max($0, 0) } == 0.5)
    }
}

@Suite struct `17.9 The backward pass` {
    /// Three items, two neurons, among them one that is off for each item in turn.
    let x = Tensor([[0.5, -1, 2], [1.5, 0.25, -0.75], [-0.5, 1.25, 1]]), y = Tensor([1, -2, 0.5])
    let w1 = Tensor([[0.2, -0.4], [0.7, 0.3], [-0.5, 0.6]]), b1 = Tensor([0.1, -0.2])
    let w2 = Tensor([[1.5], [-0.8]]), b2 = Tensor([0.3])

    var slots: LittleNetVariables { LittleNetVariables(x: x, w1: w1, b1: b1, w2: w2, b2: b2) }

    @Test func `the pencil net, as on its page`() {
        let net = PencilNet()
        let slots = net.variables
        let (l1, l2, output, loss) = forwardAndBackward(slots, net.y)
        #expect(l1.value.scalars == [2, -1] && output.value.scalars == [5] && loss.item == 4)
        #expect(output.g!.scalars == [4] && l2.g!.scalars == [12, 16] && l1.g!.scalars == [12, 0])
        #expect(slots.x.g!.scalars == [12, -12] && slots.w1.g!.scalars == [24, 0, 12, 0])
        #expect(slots.b1.g!.scalars == [12, 0] && slots.w2.g!.scalars == [8, 0] && slots.b2.g!.scalars == [4])
    }

    /// torch: loss.backward() with these numbers; x, w1, b1, w2, b2, then l1, l2 and out, which retain_grad().
    @Test func `three items, as in PyTorch`() {
        let slots = slots
        let (l1, l2, output, loss) = forwardAndBackward(slots, y)
        expectClose(loss, Tensor(5.086643696))
        expectClose(output.value, Tensor([[-0.1], [1.725], [0.0825]]))
        expectClose(
            slots.x.gradient,
            Tensor([
                [-0.2346667, 0.176, 0.352], [0.7450001, 2.6075003, -1.8625002], [-0.1725667, -0.22545, 0.3423501],
            ]))
        expectClose(
            slots.w1.gradient, Tensor([[5.7962508, 0.182], [0.409375, -0.3083333], [-3.2112503, 1.3960001]]))
        expectClose(slots.b1.gradient, Tensor([3.3075004, 0.8093334]))
        expectClose(slots.w2.gradient, Tensor([[2.2547922], [-0.6380417]]))
        expectClose(slots.b2.gradient, Tensor([1.4716668]))
        expectClose(l1.gradient, Tensor([[0, 0.5866667], [3.7250004, 0], [-0.4175, 0.2226667]]))
        expectClose(l2.gradient, Tensor([[-1.1, 0.5866667], [3.7250004, -1.9866669], [-0.4175, 0.2226667]]))
        expectClose(output.gradient, Tensor([[-0.7333333], [2.4833336], [-0.2783334]]))
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `the little net, as the engine does it`(_ seed: UInt64) {
        let net = LittleNet(seed: seed)
        let slots = LittleNetVariables(net)
        let loss = forwardAndBackward(slots, net.y).loss
        let engines = [net.x, net.w1, net.b1, net.w2, net.b2].map { $0.requiringGrad() }
        let hidden = engines[0].matmul(engines[1]) + engines[2]
        let output = hidden.relu().matmul(engines[3]) + engines[4]
        let enginesLoss = (output.squeezed(-1) - net.y).squared().mean()
        enginesLoss.backward()
        expectClose(loss, enginesLoss.detached())
        let shapes = [[200, 100], [100, 50], [50], [50, 1], [1]]
        for (index, slot) in [slots.x, slots.w1, slots.b1, slots.w2, slots.b2].enumerated() {
            #expect(slot.gradient.shape == shapes[index])
            expectClose(slot.gradient, engines[index].grad!, absolute: 1e-6, relative: 1e-4)
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `every number, as the loss itself says in Double`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (x, y) = (Tensor.randn(7, 5, using: &random), Tensor.randn(7, using: &random))
        let (w1, b1) = (kaiming(5, 6, using: &random), Tensor.randn(6, using: &random))
        let (w2, b2) = (kaiming(6, 1, using: &random), Tensor.randn(1, using: &random))
        let slots = LittleNetVariables(x: x, w1: w1, b1: b1, w2: w2, b2: b2)
        let loss = forwardAndBackward(slots, y).loss
        let inDouble = NetInDouble(x: x, y: y, w1: w1, b1: b1, w2: w2, b2: b2)
        #expect(abs(inDouble.loss - Double(loss.item)) < 1e-5 * inDouble.loss)
        let lists: [(Variable, WritableKeyPath<NetInDouble, [Double]>)] = [
            (slots.x, \.x), (slots.w1, \.w1), (slots.b1, \.b1), (slots.w2, \.w2), (slots.b2, \.b2),
        ]
        for (slot, list) in lists {
            expectClose(
                slot.gradient.scalars.map { Double($0) }, inDouble.nudgedGradient(list, h: 1e-6), absolute: 2e-6,
                relative: 2e-5)
        }
    }

    @Test func `the formulas by indices, as matrix products`() {
        var random = SplitMix64(seed: 179)
        let (x, w) = (Variable(.randn(5, 4, using: &random)), Variable(.randn(4, 3, using: &random)))
        let (b, output) = (Variable(.zeros(3)), Variable(.zeros(5, 3)))
        output.g = Tensor.randn(5, 3, using: &random)
        linearGradient(x, output, w, b)
        let loops = linearGradientByLoops(x: x.value, w: w.value, gradient: output.gradient)
        expectClose(x.gradient, loops.x)
        expectClose(w.gradient, loops.w)
        expectClose(b.gradient, loops.b)
    }

    @Test func `shapes that do not belong together, and steps that lead nowhere, stop the program`() async {
        let loops = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = linearGradientByLoops(x: .zeros(2, 3), w: .zeros(3, 2), gradient: .zeros(5, 7))
        }
        #expect(message(of: loops).contains("x [2, 3], w [3, 2] and G [5, 7] do not belong together"))
        let net = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = NetInDouble(
                x: .zeros(0, 2), y: .zeros(0), w1: .zeros(2, 2), b1: .zeros(2), w2: .zeros(2, 1), b2: .zeros(1))
        }
        #expect(message(of: net).contains("NetInDouble"))
        let step = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = centralDifference(at: 1e20) { $0 * $0 }
        }
        #expect(message(of: step).contains("does not get away from it"))
    }

    @Test func `a ReLU at 0: nothing by hand, three answers in the engine, as in PyTorch`() {
        let (input, output) = (Variable(Tensor([-1, 0, 2])), Variable(Tensor([0, 0, 2])))
        output.g = Tensor([5, 5, 5])
        reluGradient(input, output)
        #expect(input.g!.scalars == [0, 0, 5])
        func slope(_ f: (Tensor) -> Tensor) -> Float {
            let x = Tensor([0]).requiringGrad()
            f(x).sum().backward()
            return x.grad!.item
        }
        #expect(slope { $0.relu() } == 0 && slope { $0.maximum(0) } == 0.5 && slope { $0.clamped(min: 0) } == 1)
    }
}

@Suite struct `17.9 Mistakes` {
    @Test func `a gradient that is asked for too early ends the program, and the message says what to do`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let (l1, l2) = (Variable(Tensor([[2, -1]])), Variable(Tensor([[2, 0]])))
            reluGradient(l1, l2)
        }
        // Section 17.9 quotes this message.
        #expect(message(of: result).contains("the gradient of [1, 2]: nothing has computed it yet"))
        #expect(message(of: result).contains("the gradient functions in the reverse order of the forward pass"))
    }

    @Test func `so does a second backward`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let net = PencilNet()
            let w1 = net.w1.requiringGrad()
            let loss = mse(linear(relu(linear(net.x, w1, net.b1)), net.w2, net.b2), net.y)
            loss.backward()
            loss.backward()
        }
        #expect(message(of: result).contains("backward through mean []: its graph was freed by an earlier backward"))
        #expect(message(of: result).contains("backward(retainGraph: true) the first time"))
    }

    @Test func `and a transpose that is forgotten, unless the weights are square`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Tensor.zeros(200, 1).matmul(.zeros(50, 1))
        }
        #expect(message(of: result).contains("matmul [200, 1] × [50, 1]: inner sizes differ (1 ≠ 50)"))
        #expect(message(of: result).contains("the second operand transposed"))
    }

    @Test(arguments: [(3, 2), (0.5, -4)] as [(Float, Float)])
    func `a weight that is used twice gets the sum of both parts`(_ x: Float, _ w: Float) {
        // w · (w · x + 1), from the second layer back to the first; w has one slot.
        let weight = Variable(Tensor([[w]]))
        func part(_ input: Float, _ arriving: Float) -> Float {
            let output = Variable(Tensor([[0]]))
            output.g = Tensor([[arriving]])
            linearGradient(Variable(Tensor([[input]])), output, weight, Variable(Tensor([0])))
            return weight.gradient.item
        }
        let parts = [part(w * x + 1, 1), part(x, w)]
        #expect(
            parts == [w * x + 1, w * x] && weight.gradient.item == parts[1], "the second call overwrites the first")
        let tracked = Tensor([[w]]).requiringGrad()
        (tracked * (tracked * x + 1)).sum().backward()
        #expect(tracked.grad!.item == parts[0] + parts[1])
    }

    @Test func `the engine's loss refuses an output that was not squeezed`() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = mseLoss(.zeros(200, 1), .zeros(200))
        }
        // Section 17.8 quotes this message.
        #expect(message(of: result).contains("mseLoss of [200, 1] and [200]: predictions and targets differ in shape"))
        #expect(message(of: result).contains("targets of shape [200, 1]"))
    }

    @Test func `without squeezing, the gradient draws every output to the mean of the targets`() {
        let (outputs, target) = (Tensor([[1], [3]]).requiringGrad(), Tensor([0, 4]))
        (outputs - target).squared().mean().backward()
        #expect(outputs.grad!.scalars == [-1, 1])
        let squeezed = Variable(outputs.detached())
        mseGradient(squeezed, target)
        #expect(squeezed.gradient.scalars == [1, -1])
    }
}
