// Hooks see every call, may change what passes, and leave no trace when they are removed.

import Layers
import Tensors
import Testing

struct `Hooks` {
    private let net = Sequential(linear(3, 4), ReLU(), linear(4, 2))
    private let x = Tensor([[1, 2, 3], [-1, 0, 1]])

    @Test func `a forward hook sees what goes in and what comes out`() {
        var seen: [(Tensor, Tensor)] = []
        net[1].onForward { seen.append(($0, $1)) }
        let y = net(x)
        #expect(seen.count == 1)
        #expect(seen[0].0.scalars == net[0](x).scalars)
        #expect(seen[0].1.scalars == net[0](x).relu().scalars)
        #expect(y.scalars == net[2](seen[0].1).scalars)
    }

    @Test func `a forward hook may change the output`() {
        net[1].changingForward { _, output in output *= 0 }
        #expect(net(x).scalars == net[2](.zeros(2, 4)).scalars)
    }

    @Test func `a recurrent net calls its hooks even when it is given a state`() {
        var random = SplitMix64(seed: 1)
        let (lstm, gru) = (LSTM(3, 2, using: &random), GRU(3, 2, using: &random))
        let (rnn, x) = (RNN(3, 2, using: &random), x.unsqueezed(0))
        var seen: [Tensor] = []
        for layer in [lstm, gru, rnn] as [any Layer<Tensor, Tensor>] { layer.onForward { seen.append($1) } }
        let outputs = [lstm(x, nil).output, gru(x, nil).output, rnn(x, nil).output]
        #expect(seen.map(\.scalars) == outputs.map(\.scalars))
        rnn.changingForward { _, output in output *= 0 }
        #expect(rnn(x, nil).output.scalars == [0, 0, 0, 0] && rnn(x).scalars == [0, 0, 0, 0])
    }

    @Test func `hooks are called in the order in which they were made`() {
        var order = ""
        net.onForward { _, _ in order += "a" }
        net[0].onForward { _, _ in order += "0" }
        net.onForward { _, _ in order += "b" }
        _ = net(x)
        #expect(order == "0ab")
    }

    @Test func `a backward hook sees the gradient of the layer's output`() {
        var gradient: Tensor?
        net[2].onBackward { gradient = $0 }
        (net(x) * Tensor([1, 2])).sum().backward()
        #expect(gradient?.scalars == [1, 2, 1, 2])
    }

    @Test func `a backward hook may change the gradient`() {
        net[2].changingBackward { $0 *= 0 }
        net(x).sum().backward()
        for parameter in net.parameters {
            #expect(parameter.grad?.scalars == [Float](repeating: 0, count: parameter.count))
        }
    }

    @Test func `a backward hook is called for every call of the layer`() {
        var gradients: [[Float]] = []
        let layer = linear(1, 1)
        layer.onBackward { gradients.append($0.scalars) }
        (layer(Tensor([1])) * 2 + layer(Tensor([2])) * 3).sum().backward()
        #expect(gradients.sorted { $0[0] < $1[0] } == [[2], [3]])
    }

    @Test func `a backward hook is never called if no gradient arrives`() {
        net.onBackward { _ in Issue.record("nothing is learned here") }
        net.freeze()
        _ = net(x)
        noGrad { _ = net(x) }
    }

    @Test func `a removed hook is not called`() {
        var calls = 0
        let hook = net.onForward { _, _ in calls += 1 }
        _ = net(x)
        hook.remove()
        hook.remove()
        _ = net(x)
        #expect(calls == 1)
    }

    @Test func `a hook can remove itself while it is called`() {
        var calls = 0
        var hook: Hook?
        hook = net.onForward { _, _ in
            calls += 1
            hook?.remove()
        }
        _ = (net(x), net(x))
        #expect(calls == 1)
    }

    @Test func `a layer knows how many hooks it has, and its parts count their own`() {
        #expect(net.numberOfHooks == 0)
        let hooks = [net[1].onForward { _, _ in }, net[1].onBackward { _ in }, net.onForward { _, _ in }]
        #expect(net[1].numberOfHooks == 2 && net.numberOfHooks == 1 && net[0].numberOfHooks == 0)
        hooks[0].remove()
        hooks[0].remove()
        #expect(net[1].numberOfHooks == 1)
    }

    @Test func `a removed hook lets go of what it held, itself included`() {
        final class Collection {}
        weak var held: Collection?
        do {
            let collection = Collection()
            var hook: Hook?
            hook = net.onForward { [collection] _, _ in withExtendedLifetime((collection, hook)) {} }
            held = collection
            #expect(held != nil)
            hook?.remove()
        }
        #expect(held == nil)
    }

    @Test func `during removes hooks, even when something is thrown`() {
        struct Failure: Error {}
        var calls = 0
        let hooks = (0..<3).map { net[$0].onForward { _, _ in calls += 1 } }
        #expect(throws: Failure.self) {
            try hooks.during {
                _ = net(x)
                throw Failure()
            }
        }
        _ = net(x)
        #expect(calls == 3)
        let shape = net[0].onForward { _, _ in calls += 10 }.during { net(x).shape }
        #expect(shape == [2, 2])
        _ = net(x)
        #expect(calls == 13)
    }

    @Test func `a hook does not keep its layer alive`() {
        weak var layer: Linear?
        var hook: Hook?
        do {
            let own = linear(1, 1)
            hook = own.onForward { _, _ in }
            layer = own
        }
        #expect(layer == nil)
        hook?.remove()
    }
}
