// # What a hook keeps alive
//
// Section 18.1 · After this page you can say why outputs are stored detached, and what a forgotten hook costs.

import Figures
import Layers
import Notebook
import Tensors

// Why detached? A tensor with a history keeps alive all that it was computed from. To see this, `CountedHistory` is a
// layer that does nothing but leave an object in the history, a `Token`, and we count how many of these are alive:

/// Counts the tokens that are alive.
final class TokenCount { var alive = 0 }

/// Is alive as long as somebody holds it.
final class Token {
    private let count: TokenCount

    init(_ count: TokenCount) {
        self.count = count
        count.alive += 1
    }

    deinit { count.alive -= 1 }
}

/// y = x, with a token in the history of y.
final class CountedHistory: Module, Layer {
    private let count: TokenCount

    init(_ count: TokenCount) { self.count = count }

    func forward(_ x: Tensor) -> Tensor {
        let token = Token(count)
        return x.recorded("counted", x) { dy in withExtendedLifetime(token) { dy } }
    }
}

extension WhereItLooks {
    func whatAHistoryKeepsAlive() {
        // The same net runs a hundred times, and a hook keeps all its outputs. `historiesAlive` counts what is alive
        // then, when they are kept with their histories and without:
        var random = run.random
        let x = Tensor.randn(5, 4, using: &random)
        func historiesAlive(_ keep: @escaping (Tensor) -> Tensor) -> Int {
            let count = TokenCount()
            let layer = ObservedLayer(Sequential(Linear(4, 3, using: &random), CountedHistory(count)))
            var outputs: [Tensor] = []
            let remove = layer.addHook { _, output in outputs.append(keep(output)) }
            for _ in 0..<100 { _ = layer(x) }
            remove()
            return withExtendedLifetime(outputs) { count.alive }
        }
        show(historiesAlive { $0 }, "histories alive, when outputs are kept as they are")
        show(
            historiesAlive { $0.detached() }, "histories alive, when outputs are kept detached",
            ask: "A hundred outputs are kept, each of them detached. How many histories are still alive?")
    }

    func forgottenHooks() {
        // The second trap: a notebook cell attaches a hook and looks at its result, and nobody removes the hook. The
        // cell is run again, and again:
        var random = run.random
        let layer = ObservedLayer(Linear(100, 50, using: &random))
        let x = Tensor.randn(64, 100, using: &random)
        var kept: [Tensor] = []
        var table = TextTable(["run of the cell", "hooks at the layer", "calls in this run", "tensors kept so far"])
        for cell in 1...5 {
            let before = kept.count
            _ = layer.addHook { _, output in kept.append(output.detached()) }
            _ = noGrad { layer(x) }
            table.add(cell, layer.hookCount, kept.count - before, kept.count)
        }
        show(
            table, "A cell that forgets its hook",
            predict: .count(
                "Each run of the cell adds a hook and calls the layer once. How many tensors are kept after five runs?",
                kept.count))

        // The layer gets slower with every run, and what its hooks have collected cannot be freed. In a net that trains
        // for hours this is a *memory leak*. So a hook has to be removed, and it should not be up to us to remember.
    }
}
