// What a reader's own operation holds, when it is not recorded, and what it may not do.

import TestSupport
import Testing

@testable import Tensors

/// y = 2x, and keeps x without any need.
private struct Hoarder: AutogradFunction {
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        context.save(operands[0])
        return operands[0] * 2
    }
    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { [dy * 2] }
}

/// y = x, with gradients of the reader's choice.
private struct Wrong: AutogradFunction {
    let gradients: [Tensor?]
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor { operands[0] }
    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { gradients }
}

/// y = x, whose backward pass asks for what forward did not save.
private struct Forgetful: AutogradFunction {
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor { operands[0] }
    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { [dy * context.saved[0]] }
}

/// Its forward pass does what the graph would like to know: it uses a parameter that is not an operand.
private struct Secret: AutogradFunction {
    let parameter: Tensor
    func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
        context.save(parameter)
        return operands[0] * parameter
    }
    func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] { [dy * context.saved[0]] }
}

/// What holds a tensor's numbers.
private func memory(of x: Tensor) -> Storage<Float>? {
    Mirror(reflecting: x.array).children.compactMap { $0.value as? Storage<Float> }.first
}

@Suite struct `What an operation of one's own holds` {
    @Test func `is let go of after the backward pass`() {
        let x = Tensor.ones(100).requiringGrad()
        weak var held: Storage<Float>?
        var y = x * 3
        held = memory(of: y)
        y = Hoarder()(y).sum()
        #expect(held != nil)
        y.backward()
        #expect(held == nil && x.grad?[0].item == 6)
    }

    @Test func `is let go of when the value is dropped, without a backward pass`() {
        let x = Tensor.ones(100).requiringGrad()
        weak var held: Storage<Float>?
        do {
            let y = Hoarder()(x * 3)
            held = memory(of: y)
            #expect(held != nil)
        }
        #expect(held == nil)
    }

    @Test func `is nothing at all where nothing is recorded`() {
        let x = Tensor.ones(100).requiringGrad()
        weak var held: Storage<Float>?
        var y = x * 3
        held = memory(of: y)
        y = noGrad { Hoarder()(y) }
        #expect(held == nil && !y.requiresGrad && y.gradFn == nil && y[7].item == 6)
        #expect(!Hoarder()(x.detached()).requiresGrad)
        #expect(Hoarder()(x).requiresGrad)
    }

    @Test func `does not make what it saves part of the graph`() {
        let (x, w) = (Tensor([2]).requiringGrad(), Tensor([5]).requiringGrad())
        Secret(parameter: w)(x).backward()
        #expect(x.grad?.scalars == [5] && w.grad == nil)
        #expect(!Secret(parameter: w)(x.detached()).requiresGrad)  // only operands decide
    }

    @Test func `is freed without a stack overflow when there are 100,000 of them`() {
        let x = Tensor(1).requiringGrad()
        var y = x
        let same = Wrong(gradients: [Tensor(1)])
        for _ in 0..<100_000 { y = same(y) }
        #expect(y.item == 1)
        y = Tensor(0)
        #expect(x.grad == nil)
    }
}

/// Mistakes in a reader's own operation, and what the message must contain.
private let mistakes: [Mistake] = {
    let x = Tensor([1, 2, 3]).requiringGrad()
    return [
        Mistake("operands: 1", "returned: 2", "one for each") { Wrong(gradients: [x, x])(x).sum().backward() },
        Mistake("backward of Wrong", "returned: 0") { Wrong(gradients: [])(x).sum().backward() },
        Mistake("operand 0 is [1]", "operand is [3]") { Wrong(gradients: [Tensor([1])])(x).sum().backward() },
        Mistake("operand 1 is [3]", "operand is [2]") { Wrong(gradients: [nil, x])(x, pair()).sum().backward() },
        Mistake("Forgetful()", "without an operand") { _ = Forgetful()() },
        Mistake("backward through", "freed") { twice(Wrong(gradients: [x])(x).sum()) { $0.backward() } },
    ]
}()

private func pair() -> Tensor { Tensor([1, 2]).requiringGrad() }

private func twice(_ x: Tensor, _ body: (Tensor) -> Void) {
    body(x)
    body(x)
}

@Suite(.serialized) struct `A mistake in an operation of one's own` {
    @Test(arguments: mistakes.indices)
    func `is explained in a few lines`(_ number: Int) async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in mistakes[number].make()
        }
        mistakes[number].expectExplained(by: result)
    }

    @Test func `is named where backward asks for what was not saved`() async throws {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Forgetful()(Tensor([1]).requiringGrad()).backward()
        }
        for word in ["saved[0] of Forgetful", "saved: 0", "context.save"] {
            #expect(message(of: result).contains(word))
        }
    }

    @Test func `about an operand that needs no gradient is none`() {
        let x = Tensor([1, 2, 3]).requiringGrad()
        Wrong(gradients: [x, Tensor(7)])(x, Tensor([1, 2])).sum().backward()
        #expect(x.grad?.scalars == [1, 2, 3])
    }
}
